using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>What a pact promises, as far as it is needed to know what there is to verify.</summary>
/// <param name="Consumer">The consumer's name.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Interactions">Requests and messages.</param>
/// <param name="IsPending">Whether it may fail.</param>
internal sealed record PactDocument(string Consumer, string Provider, IReadOnlyList<PactInteraction> Interactions, bool IsPending)
{
    // Of two members of the same name, each reader would take another.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The consumer's version that the pact is of, as a broker tells it; null when the pact is from elsewhere.</summary>
    public string? ConsumerVersion { get; init; }

    /// <summary>Where the result is that this version of the provider had published before; null for none.</summary>
    public string? EarlierResult { get; init; }

    public IEnumerable<PactInteraction> Messages => Interactions.Where(interaction => interaction.IsMessage);

    /// <summary>Reads a pact of specification 3 or 4.</summary>
    /// <param name="text">The pact.</param>
    /// <param name="origin">Where it is from, for errors.</param>
    /// <param name="isPending">Whether it may fail.</param>
    /// <exception cref="PactFailureException">It is not a pact.</exception>
    public static PactDocument Read(string text, string origin, bool isPending = false)
    {
        try
        {
            var pact = JsonNode.Parse(text, documentOptions: Strict) as JsonObject ?? throw new InvalidOperationException("it is not an object.");
            return new PactDocument(
                Name(pact, "consumer"),
                Name(pact, "provider"),
                [.. Items(pact, "interactions").Select(item => PactInteraction.Read(item, isMessage: false)), .. Items(pact, "messages").Select(item => PactInteraction.Read(item, isMessage: true))],
                isPending)
            {
                ConsumerVersion = (string?)pact["_links"]?["pb:consumer-version"]?["name"],
            };
        }
        catch (JsonException exception) when (exception.LineNumber is not null)
        {
            throw new PactFailureException($"{origin}({exception.LineNumber + 1},{exception.BytePositionInLine + 1}): this is not JSON, and so not a pact. Delete it and run the consumer's tests again.", exception);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new PactFailureException($"{origin}: this is JSON but not a pact: {exception.Message} Delete it and run the consumer's tests again.", exception);
        }
    }

    /// <summary>A member that every pact has.</summary>
    internal static JsonNode Member(JsonNode? parent, string name) =>
        (parent as JsonObject)?[name] ?? throw new InvalidOperationException($"{parent?.GetPath() ?? "$"} has no member {name}.");

    private static string Name(JsonObject pact, string role) => Member(Member(pact, role), "name").GetValue<string>();

    private static IEnumerable<JsonNode?> Items(JsonObject pact, string name) => pact[name]?.AsArray() ?? [];
}
