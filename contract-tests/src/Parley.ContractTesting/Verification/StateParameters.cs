using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>The parameters of a provider state. The Pact core reads them as JSON: a parameter written as the text <c>"7"</c> arrives as the number 7.</summary>
public sealed class StateParameters
{
    private readonly string _state;
    private readonly JsonObject _members;

    internal StateParameters(string state, JsonObject members)
    {
        _state = state;
        _members = members;
    }

    /// <summary>A parameter as text, whatever its JSON type.</summary>
    /// <exception cref="ArgumentException">The pact gives no such parameter.</exception>
    public string this[string name] => Find(name) ?? throw new ArgumentException($"The state '{_state}' needs the parameter '{name}', which the pact does not give.", nameof(name));

    /// <summary>A parameter as text, or null when the pact does not give it.</summary>
    public string? Find(string name) => _members[name] switch
    {
        null => null,
        { } value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        { } value => value.ToJsonString(),
    };
}
