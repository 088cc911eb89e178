using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Which subschemas are enums that may grow: <c>anyOf</c> of a string enum, or a reference to one, and of any string; null may be a third alternative.</summary>
internal sealed class OpenEnumTable(References references)
{
    private readonly Dictionary<SchemaSyntax, JsonNode?> _values = [];

    /// <summary>The array of known values, all strings; null when the subschema is no such enum.</summary>
    public JsonNode? Find(SchemaSyntax schema)
    {
        if (!_values.TryGetValue(schema, out var values))
        {
            values = LocalKinds.KindOf(schema) is LocalKind.Any or LocalKind.String && schema.Json.Find("const") is null ? Of(schema) : null;
            _values.Add(schema, values);
        }

        return values;
    }

    /// <summary>Whether null is an alternative.</summary>
    public static bool HasNull(SchemaSyntax schema) => schema.Children.Any(static child => child.Keyword == "anyOf" && child.Types == JsonTypes.Null);

    private JsonNode? Of(SchemaSyntax schema)
    {
        if ((schema.Types & ~(JsonTypes.String | JsonTypes.Null)) != 0)
            return null;
        var alternatives = schema.Children.Where(static child => child.Keyword == "anyOf" && child.Types != JsonTypes.Null).ToArray();
        var values = alternatives.Select(ValuesOf).OfType<JsonNode>().ToArray();
        return alternatives.Length == 2 && values.Length == 1 && alternatives.Any(IsText) ? values[0] : null;
    }

    private static bool IsText(SchemaSyntax schema) => schema.Types == JsonTypes.String && LocalKinds.KindOf(schema) == LocalKind.String && schema.Json.Find("const") is null;

    private JsonNode? ValuesOf(SchemaSyntax schema)
    {
        // A chain of references that comes back to itself has no end, and is reported elsewhere.
        var seen = new HashSet<SchemaSyntax>();
        while (schema.Ref is not null && seen.Add(schema) && references.TargetOf(schema) is { } target)
            schema = target;
        return LocalKinds.KindOf(schema) == LocalKind.Enum && schema.Json.Find("enum")!.Value is { } values && values.Items.All(static value => value.Kind == JsonKind.String) ? values : null;
    }
}
