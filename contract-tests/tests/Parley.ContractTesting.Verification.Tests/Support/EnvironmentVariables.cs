using System.Collections;

namespace Parley.ContractTesting.Support;

/// <summary>The <c>PACT_</c> variables of a test: these and no others, until it ends.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    private readonly Dictionary<string, string?> _before = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(variable => ((string)variable.Key).StartsWith("PACT_", StringComparison.Ordinal))
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value);

    private readonly List<string> _set = [];

    public EnvironmentVariables()
    {
        foreach (var name in _before.Keys)
            Environment.SetEnvironmentVariable(name, null);
    }

    public EnvironmentVariables With(string name, string? value)
    {
        Environment.SetEnvironmentVariable(name, value);
        _set.Add(name);
        return this;
    }

    public void Dispose()
    {
        foreach (var name in _set)
            Environment.SetEnvironmentVariable(name, null);
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
    }
}
