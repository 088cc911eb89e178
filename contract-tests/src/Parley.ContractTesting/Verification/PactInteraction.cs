using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>A request and its answer, or a message.</summary>
/// <param name="Description">Its description, unique in its pact.</param>
/// <param name="States">The names of the provider states it needs.</param>
/// <param name="IsMessage">Whether it is a message.</param>
/// <param name="IsPending">Whether the pact itself says that it may fail.</param>
/// <param name="Content">All that the pact says of it.</param>
internal sealed record PactInteraction(string Description, IReadOnlyList<string> States, bool IsMessage, bool IsPending, JsonNode Content)
{
    public static PactInteraction Read(JsonNode? interaction, bool isMessage) => new(
        PactDocument.Member(interaction, "description").GetValue<string>(),
        [.. interaction!["providerStates"]?.AsArray().Select(state => PactDocument.Member(state, "name").GetValue<string>()) ?? []],
        isMessage || (string?)interaction["type"] == "Asynchronous/Messages",
        (bool?)interaction["pending"] ?? false,
        interaction);
}
