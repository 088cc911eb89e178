namespace Parley.Pacts;

/// <summary>What a verification tells, and whom.</summary>
public class PactVerifierConfig
{
    /// <summary>How much the core logs; default <see cref="PactLogLevel.Information"/>. The first use of the core in the process decides.</summary>
    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    /// <summary>Who is told; default the console.</summary>
    public IEnumerable<IOutput> Outputters { get; set; } = [new ConsoleOutput()];

    /// <summary>Tells all <see cref="Outputters"/>.</summary>
    public void WriteLine(string line)
    {
        foreach (var output in Outputters)
            output.WriteLine(line);
    }
}
