namespace Parley.ContractTesting;

/// <summary>A provider state with its parameters.</summary>
/// <param name="Name">The state.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record GivenState(string Name, IReadOnlyDictionary<string, string> Parameters)
{
    internal static GivenState Of(string name, (string Name, string Value)[] parameters) =>
        new(name, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
}
