namespace Parley.Pacts;

/// <summary>Writes to the console.</summary>
public class ConsoleOutput : IOutput
{
    /// <inheritdoc/>
    public void WriteLine(string line) => Console.WriteLine(line);
}
