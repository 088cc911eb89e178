using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>Turns members of a derived query into the texts that a URL carries.</summary>
internal static class QueryText
{
    /// <summary>The text, or its matching rule with the example as text.</summary>
    public static string Of(JsonNode? value)
    {
        if (value is not JsonObject rule || !rule.ContainsKey(MatcherKeys.Type))
            return Text(value);

        // In a URL everything is text; a rule about JSON types becomes one about letters.
        var text = rule[MatcherKeys.Type]!.GetValue<string>() switch
        {
            "integer" => Matched("regex", rule, "^-?[0-9]+$"),
            "regex" => Matched("regex", rule, rule[MatcherKeys.Regex]!.GetValue<string>()),
            _ => Matched("type", rule, regex: null),
        };
        return text.ToJsonString();
    }

    private static JsonObject Matched(string type, JsonObject rule, string? regex)
    {
        var matched = new JsonObject { [MatcherKeys.Type] = type, [MatcherKeys.Value] = Text(rule[MatcherKeys.Value]) };
        if (regex is not null)
            matched[MatcherKeys.Regex] = regex;
        return matched;
    }

    private static string Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "null";
}
