using System.Text.Json;

namespace Parley.Documentation.Html.Verification;

/// <summary>
/// Results of a Pact verification. The file is what a verifier publishes to a broker for one pact, or an array of these for several:
/// <code>{ "providerApplicationVersion": "1.4.0", "testResults": [ { "interactionDescription": "Chat.Accept: success", "success": true } ] }</code>
/// An interaction belongs to the operation or notification that its description begins with, up to the first colon: <c>Chat.Accept</c>, or <c>Accept</c> where
/// no other contract has that name. Members that are not named here are ignored.
/// </summary>
public sealed class PactResults
{
    private readonly ILookup<string, PactInteraction> _interactions;

    private PactResults(IReadOnlyList<PactInteraction> interactions, string? version)
    {
        _interactions = interactions.ToLookup(interaction => interaction.Subject, StringComparer.Ordinal);
        ProviderVersion = version;
    }

    /// <summary>Version of the provider that was verified, or null.</summary>
    public string? ProviderVersion { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is not of that form.</exception>
    public static PactResults Load(string path) => Parse(TextFile.Read(path), path);

    /// <summary>Reads a file's text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What to call the file in errors.</param>
    /// <exception cref="InputException">The text is not JSON or not of that form.</exception>
    public static PactResults Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var results = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : new[] { document.RootElement };
            var interactions = results.SelectMany(result => Member(result, "testResults", JsonValueKind.Array, name).EnumerateArray()).Select(test => Read(test, name)).ToList();
            var version = results.Length > 0 && results[0].TryGetProperty("providerApplicationVersion", out var value) ? value.GetString() : null;
            return new PactResults(interactions, version);
        }
        catch (JsonException error)
        {
            throw new InputException($"'{name}' is not JSON: {error.Message}", error);
        }
    }

    /// <summary>The interactions of an operation or notification.</summary>
    /// <param name="id">Name with that of its contract.</param>
    /// <param name="name">Name alone, when no other contract has it; otherwise null.</param>
    public IReadOnlyList<PactInteraction> Find(string id, string? name) => [.. _interactions[id], .. name is null ? [] : _interactions[name]];

    private static PactInteraction Read(JsonElement test, string name)
    {
        var description = Member(test, "interactionDescription", JsonValueKind.String, name).GetString()!;
        if (!test.TryGetProperty("success", out var success) || success.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            throw new InputException($"'{name}': \"success\" of the interaction \"{description}\" is missing or not a boolean.");
        return new PactInteraction(description, success.GetBoolean());
    }

    private static JsonElement Member(JsonElement element, string member, JsonValueKind kind, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == kind
            ? value
            : throw new InputException($"'{name}' holds no results of a Pact verification: \"{member}\" is missing or not {(kind == JsonValueKind.Array ? "an array" : "a string")}.");
}

/// <summary>A verified interaction.</summary>
/// <param name="Description">As the pact has it.</param>
/// <param name="Success">Whether the provider does what it promises.</param>
public sealed record PactInteraction(string Description, bool Success)
{
    /// <summary>What the description begins with, up to the first colon.</summary>
    public string Subject => Description.Split(':')[0].Trim();
}
