using System.Text.Json;

namespace Parley.Pacts;

/// <summary>Names provider states of an interaction in the core.</summary>
internal static class ProviderStates
{
    /// <summary>Adds a state with its parameters.</summary>
    public static void Add(uint interaction, string state, IDictionary<string, string>? parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        if (parameters is null or { Count: 0 })
            CoreCall.Done(NativeMethods.Given(interaction, state), $"take the provider state '{state}'");
        foreach (var (name, value) in parameters ?? new Dictionary<string, string>())
            CoreCall.Done(NativeMethods.GivenWithParameter(interaction, state, name, Quoted(value)), $"take the provider state '{state}'");
    }

    // The core takes what looks like JSON for JSON, so that "7" would arrive as the number 7.
    private static string Quoted(string value)
    {
        try
        {
            using var _ = JsonDocument.Parse(value);
            return JsonSerializer.Serialize(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
