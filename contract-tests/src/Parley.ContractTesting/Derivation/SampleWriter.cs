using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Schema.Model;

namespace Parley.ContractTesting;

/// <summary>
/// Makes a value that meets a schema: the smallest with all that is required. What only trial would find, such as text for a <c>pattern</c>, it refuses;
/// such a schema needs an example.
/// </summary>
internal sealed class SampleWriter(SchemaLookup schemas, ExampleTexts texts)
{
    // Deeper than any message; only a schema that requires itself goes on for ever.
    private const int MaxDepth = 32;

    /// <exception cref="InvalidOperationException">The schema needs an example.</exception>
    public JsonNode? Of(TypeReference schema) => Write(schemas.Find(schema), schema.Path, 0);

    private JsonNode? Write(SchemaNode schema, string path, int depth)
    {
        if (depth > MaxDepth)
            throw NeedsExample(schema, path, "requires itself without end");
        if (schema.Ref is { } reference)
            return texts.Of(reference) is [var referred, ..] ? referred?.DeepClone() : Write(schemas.Find(reference), reference.Path, depth + 1);
        if (texts.Of(path, schema.Pointer) is [var example, ..])
            return example?.DeepClone();

        var facets = schemas.Facets(schema).ToList();
        if (facets.Select(facet => facet.Const).FirstOrDefault(text => text is not null) is { } constant)
            return JsonNode.Parse(constant);
        if (facets.Select(facet => facet.Enum).FirstOrDefault(values => values is { Count: > 0 }) is { } values)
            return JsonNode.Parse(values[0]);
        if (facets.SelectMany(Branches).FirstOrDefault() is { } branch)
            return WithBranch(schema, branch, path, depth);
        return WriteTyped(facets, schema, path, depth);
    }

    private static IEnumerable<SchemaNode> Branches(SchemaNode facet) => facet.OneOf.Count > 0 ? facet.OneOf : facet.AnyOf;

    private JsonNode? WithBranch(SchemaNode schema, SchemaNode branch, string path, int depth)
    {
        var facets = schemas.Facets(schema).Concat(schemas.Facets(branch)).ToList();
        return WriteTyped(facets, schema, path, depth + 1);
    }

    private JsonNode? WriteTyped(List<SchemaNode> facets, SchemaNode schema, string path, int depth)
    {
        var types = facets.Select(facet => facet.Types).FirstOrDefault(types => types != JsonTypes.None);
        if (types.HasFlag(JsonTypes.Object) || (types == JsonTypes.None && facets.Exists(facet => facet.Properties.Count > 0)))
            return WriteObject(facets, path, depth);
        if (types.HasFlag(JsonTypes.String))
            return WriteText(facets, schema, path);
        if (types.HasFlag(JsonTypes.Integer) || types.HasFlag(JsonTypes.Number))
            return WriteNumber(facets, schema, path);
        if (types.HasFlag(JsonTypes.Boolean))
            return false;
        if (types.HasFlag(JsonTypes.Array))
            return WriteArray(facets, path, depth);
        return types == JsonTypes.Null ? null : "any";
    }

    private JsonObject WriteObject(List<SchemaNode> facets, string path, int depth)
    {
        var members = new JsonObject();
        foreach (var name in facets.SelectMany(facet => facet.Required).Distinct(StringComparer.Ordinal))
        {
            var property = facets.SelectMany(facet => facet.Properties).FirstOrDefault(property => property.Name == name)?.Schema;
            members[name] = property is null ? "any" : Write(property, path, depth + 1);
        }

        return members;
    }

    private static JsonNode WriteText(List<SchemaNode> facets, SchemaNode schema, string path)
    {
        if (facets.Exists(facet => facet.Pattern is not null))
            throw NeedsExample(schema, path, "has a pattern");
        var sample = facets.Select(facet => facet.Format).FirstOrDefault(format => format is not null) switch
        {
            "date-time" => "2015-11-26T16:39:41Z",
            "date" => "2015-11-26",
            "time" => "16:39:41Z",
            "uri" => "https://example.com/",
            "email" => "maria@example.com",
            "uuid" => "4ff5b43c-856d-4cb2-a3d6-c20a88740257",
            _ => "text",
        };
        var shortest = (int)facets.Max(facet => facet.MinLength ?? 0);
        var longest = facets.Min(facet => facet.MaxLength ?? int.MaxValue);
        sample = sample.PadRight(shortest, 'x');
        return sample.Length <= longest ? sample : sample[..(int)longest];
    }

    private static JsonNode WriteNumber(List<SchemaNode> facets, SchemaNode schema, string path)
    {
        if (facets.Exists(facet => facet.MultipleOf is not null || facet.ExclusiveMinimum is not null || facet.ExclusiveMaximum is not null))
            throw NeedsExample(schema, path, "has rules for numbers that a sample does not meet by itself");
        if (facets.Select(facet => facet.Minimum).FirstOrDefault(minimum => minimum is not null) is { } minimum)
            return JsonNode.Parse(minimum)!;
        var maximum = facets.Select(facet => facet.Maximum).FirstOrDefault(maximum => maximum is not null);
        return maximum is not null && decimal.Parse(maximum, NumberStyles.Float, CultureInfo.InvariantCulture) < 1 ? JsonNode.Parse(maximum)! : 1;
    }

    private JsonArray WriteArray(List<SchemaNode> facets, string path, int depth)
    {
        var items = new JsonArray();
        var item = facets.Select(facet => facet.Items).FirstOrDefault(schema => schema is not null);
        for (var count = facets.Max(facet => facet.MinItems ?? 0); count > 0; count--)
            items.Add(item is null ? "any" : Write(item, path, depth + 1));
        return items;
    }

    private static InvalidOperationException NeedsExample(SchemaNode schema, string path, string reason) =>
        new($"{path}{schema.Pointer} {reason}; add \"examples\" to it, or override the member.");
}
