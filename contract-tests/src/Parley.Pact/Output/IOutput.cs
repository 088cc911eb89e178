namespace Parley.Pacts;

/// <summary>Takes what Pact has to say.</summary>
public interface IOutput
{
    /// <summary>Takes a line, or several.</summary>
    void WriteLine(string line);
}
