using System.Text.Json;

namespace Parley.Pacts;

/// <summary>Where pacts go, and how their bodies are written.</summary>
public class PactConfig
{
    /// <summary>The folder of the pact files, made when needed; default <c>pacts</c> in the project's folder, three above the program.</summary>
    public string PactDir { get; set; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "pacts"));

    /// <summary>How much the core logs; default <see cref="PactLogLevel.Information"/>. The first pact of the process decides.</summary>
    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    /// <summary>Who is told of mismatches; default the console.</summary>
    public IEnumerable<IOutput> Outputters { get; set; } = [new ConsoleOutput()];

    /// <summary>How bodies are serialised unless a call says otherwise.</summary>
    public JsonSerializerOptions DefaultJsonSettings { get; set; } = new();

    /// <summary>Tells all <see cref="Outputters"/>.</summary>
    public void WriteLine(string line)
    {
        foreach (var output in Outputters)
            output.WriteLine(line);
    }
}
