using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>
/// Addresses a pact by what affects its verification: the interactions and messages. Neither the order of keys and of interactions nor the
/// metadata at the top count.
/// </summary>
internal static class ContentHash
{
    private static readonly string[] Counted = ["interactions", "messages"];

    /// <summary>The hash of a whole pact.</summary>
    public static string OfPact(JsonObject pact)
    {
        var text = new StringBuilder();
        foreach (var name in Counted)
        {
            if (pact[name] is JsonArray interactions)
                text.Append(name).AppendJoin('\n', interactions.Select(Canonical).Order(StringComparer.Ordinal));
        }

        return Hash(text.ToString());
    }

    /// <summary>The hash of one interaction, which serves as its id in verification results.</summary>
    public static string OfInteraction(JsonObject interaction) => Hash(Canonical(interaction));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];

    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{JsonValue.Create(member.Key).ToJsonString()}:{Canonical(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Canonical))}]",
        _ => node?.ToJsonString() ?? "null",
    };
}
