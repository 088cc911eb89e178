using System.Text.Json.Nodes;

namespace Parley.ContractTesting.Tests;

/// <summary>Takes the examples out of a derived body, as the Pact core does.</summary>
internal static class Examples
{
    public static JsonNode? Of(JsonNode? body) => body switch
    {
        JsonObject rule when rule.ContainsKey("pact:matcher:type") => Of(rule["value"]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Of)]),
        _ => body?.DeepClone(),
    };
}
