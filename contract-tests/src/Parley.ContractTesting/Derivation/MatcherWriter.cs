using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Schema.Model;

namespace Parley.ContractTesting;

/// <summary>Puts matching rules in the place of an example's values: as loose as the schema, and no looser.</summary>
internal sealed partial class MatcherWriter(SchemaLookup schemas)
{
    /// <summary>The example with matching rules, in Pact's integration format.</summary>
    public JsonNode? Of(TypeReference schema, JsonNode? example, MatchedSide side) => Write([.. schemas.Facets(schemas.Find(schema))], example, side, inList: false);

    private JsonNode? Write(List<SchemaNode> facets, JsonNode? example, MatchedSide side, bool inList)
    {
        if (facets.Exists(facet => facet.Const is not null))
            return example?.DeepClone();
        return example switch
        {
            null => null,
            JsonObject members => WriteObject(facets, members, side, inList),
            JsonArray items => WriteArray(facets, items, side),
            _ => WriteScalar(facets, example),
        };
    }

    private JsonObject WriteObject(List<SchemaNode> facets, JsonObject example, MatchedSide side, bool inList)
    {
        // What stands in an open map is data of whoever wrote it, not a part of the contract.
        if (side == MatchedSide.Received && !facets.Exists(facet => facet.Properties.Count > 0))
            return Rule("type", new JsonObject());

        var required = facets.SelectMany(facet => facet.Required).ToHashSet(StringComparer.Ordinal);
        var members = new JsonObject();
        foreach (var (name, value) in example)
        {
            // One template must fit every item of a list, so it has what every item has.
            if (side == MatchedSide.Received && inList && !required.Contains(name))
                continue;
            members[name] = Write(OfMember(facets, name), value, side, inList);
        }

        return members;
    }

    private List<SchemaNode> OfMember(List<SchemaNode> facets, string name)
    {
        var declared = facets.SelectMany(facet => facet.Properties).Where(property => property.Name == name).Select(property => property.Schema).ToList();
        return [.. (declared.Count > 0 ? declared : facets.Select(facet => facet.AdditionalProperties).OfType<SchemaNode>()).SelectMany(schemas.Facets)];
    }

    private JsonObject WriteArray(List<SchemaNode> facets, JsonArray example, MatchedSide side)
    {
        if (example.Count == 0)
            return Rule("type", new JsonArray());

        List<SchemaNode> items = [.. facets.Select(facet => facet.Items).OfType<SchemaNode>().SelectMany(schemas.Facets)];
        var fewest = facets.Max(facet => facet.MinItems ?? 0);
        // The first stands for all, but what is left of the example must meet the schema too.
        var examples = Enumerable.Range(0, (int)Math.Max(fewest, 1)).Select(index => Write(items, example[Math.Min(index, example.Count - 1)], side, inList: true));
        var rule = Rule("type", new JsonArray([.. examples]));
        rule[MatcherKeys.Min] = fewest;
        return rule;
    }

    private static JsonObject WriteScalar(List<SchemaNode> facets, JsonNode example) => example.GetValueKind() switch
    {
        JsonValueKind.String => WriteText(facets, example),
        JsonValueKind.Number when facets.Exists(facet => facet.Types.HasFlag(JsonTypes.Integer)) => Rule("integer", example),
        JsonValueKind.Number => Rule("number", example),
        _ => Rule("type", example),
    };

    private static JsonObject WriteText(List<SchemaNode> facets, JsonNode example)
    {
        var choice = facets.Select(facet => facet.Enum).FirstOrDefault(values => values is { Count: > 0 });
        var pattern = choice is { } values
            ? $"^(?:{string.Join('|', values.Select(JsonTextOf).Select(RegexText))})$"
            : facets.Select(facet => facet.Pattern).FirstOrDefault(pattern => pattern is not null) is { } searched ? Whole(searched) : null;
        if (pattern is null || !IsCommonRegex(pattern))
            return Rule("type", example);

        var rule = Rule("regex", example);
        rule[MatcherKeys.Regex] = pattern;
        return rule;
    }

    private static JsonObject Rule(string type, JsonNode example) => new() { [MatcherKeys.Type] = type, [MatcherKeys.Value] = example.DeepClone() };

    private static string JsonTextOf(string json) => JsonNode.Parse(json)!.ToString();

    // A schema's pattern is searched for; the core's must match the whole text.
    private static string Whole(string pattern) =>
        pattern.StartsWith('^') && pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal) && !pattern.Contains('|', StringComparison.Ordinal)
            ? pattern
            : $@"[\s\S]*(?:{pattern})[\s\S]*";

    // Not Regex.Escape, which writes for .NET alone.
    private static string RegexText(string text) => Special().Replace(text, @"\$0");

    // The core's engine, Oniguruma, is trusted with what all engines read alike: no look-around, no references back, no code points.
    private static bool IsCommonRegex(string pattern) => !Foreign().IsMatch(pattern);

    [GeneratedRegex(@"[.*+?^${}()|\[\]\\/]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\(\?[=!<]|\\[1-9cku]")]
    private static partial Regex Foreign();
}
