using System.Globalization;
using System.Text.Json.Nodes;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>Random instances that come near a schema: made of what it asks for, and a third of them changed in one or two places.</summary>
internal sealed class RandomInstance(Random random, JsonObject document)
{
    private const int MaxDepth = 5;

    private readonly RandomSchema _values = new(random);

    public JsonNode? Next()
    {
        if (OneIn(12))
            return _values.Value(2);
        var value = Like(document, 0);
        for (var changes = OneIn(3) ? 1 + random.Next(2) : 0; changes > 0; changes--)
            value = Changed(value);
        return value;
    }

    private bool OneIn(int count) => random.Next(count) == 0;

    private T Any<T>(IList<T> list) => list[random.Next(list.Count)];

    private JsonNode? Like(JsonNode? schema, int depth)
    {
        if (depth > MaxDepth)
            return _values.Value(0);

        var parts = new List<JsonObject>();
        Collect(schema, parts);
        foreach (var part in parts)
        {
            if (part.TryGetPropertyValue("const", out var constant))
                return constant?.DeepClone();
            if (part["enum"] is JsonArray values)
                return Any(values)?.DeepClone();
        }

        return (Types(parts) is { Count: > 0 } types ? Any(types) : "") switch
        {
            "null" => null,
            "boolean" => OneIn(2),
            "integer" or "number" => Number(parts),
            "string" => Any(RandomSchema.Texts),
            "array" => Items(parts, depth),
            "object" => Members(parts, depth),
            _ => _values.Value(2),
        };
    }

    // The schemas that speak of the same value, one branch of each choice.
    private void Collect(JsonNode? schema, List<JsonObject> parts)
    {
        if (schema is not JsonObject part || parts.Count > 20)
            return;
        parts.Add(part);
        if (part["$ref"] is { } reference)
            Collect(Target((string)reference!), parts);
        foreach (var one in part["allOf"] as JsonArray ?? [])
            Collect(one, parts);
        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            if (part[keyword] is JsonArray branches)
                Collect(Any(branches), parts);
        }

        if (part["if"] is { } condition)
        {
            var holds = OneIn(2);
            if (holds)
                Collect(condition, parts);
            Collect(part[holds ? "then" : "else"], parts);
        }
    }

    private JsonNode? Target(string reference) => reference == "#" ? document : document["$defs"]![reference["#/$defs/".Length..]];

    private static IList<string> Types(List<JsonObject> parts)
    {
        foreach (var part in parts)
        {
            if (part["type"] is JsonArray several)
                return [.. several.Select(static type => (string)type!)];
            if (part["type"] is { } one)
                return [(string)one!];
        }

        return [.. parts.SelectMany(static part => part).Select(static member => member.Key switch
        {
            "properties" or "required" or "patternProperties" or "additionalProperties" or "unevaluatedProperties" or "dependentSchemas" => "object",
            "items" or "prefixItems" or "contains" or "unevaluatedItems" or "uniqueItems" => "array",
            "pattern" or "minLength" or "maxLength" => "string",
            "minimum" or "maximum" or "multipleOf" => "number",
            _ => "",
        }).Where(static type => type.Length > 0)];
    }

    private JsonNode Number(List<JsonObject> parts)
    {
        var bounds = parts.SelectMany(static part => part).Where(static member => member.Key.EndsWith("inimum", StringComparison.Ordinal) || member.Key.EndsWith("aximum", StringComparison.Ordinal) || member.Key == "multipleOf").ToArray();
        return bounds.Length > 0 && !OneIn(3)
            ? (JsonNode)(decimal.Parse(Any(bounds).Value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) + random.Next(-1, 2))
            : JsonNode.Parse(Any(RandomSchema.Numbers))!;
    }

    private JsonArray Items(List<JsonObject> parts, int depth)
    {
        var items = new JsonArray();
        for (var count = random.Next(4); count > 0; count--)
        {
            var asked = parts.SelectMany(part => ItemSchemas(part, items.Count)).ToArray();
            items.Add(asked.Length > 0 ? Like(Any(asked), depth + 1) : _values.Value(1));
        }

        return items;
    }

    private static IEnumerable<JsonNode?> ItemSchemas(JsonObject part, int index)
    {
        if (part["contains"] is { } contained)
            yield return contained;
        if (part["prefixItems"] is JsonArray prefix && index < prefix.Count)
            yield return prefix[index];
        else if ((part["items"] ?? part["unevaluatedItems"]) is { } others)
            yield return others;
    }

    private JsonObject Members(List<JsonObject> parts, int depth)
    {
        var members = new JsonObject();
        foreach (var name in parts.SelectMany(static part => part["required"] as JsonArray ?? []))
            Add((string)name!);
        foreach (var (name, _) in parts.SelectMany(static part => part["properties"] as JsonObject ?? []))
        {
            if (!OneIn(3))
                Add(name);
        }

        if (OneIn(3))
            Add(Any(RandomSchema.Names));
        return members;

        void Add(string name)
        {
            if (members.ContainsKey(name))
                return;
            var asked = parts.Select(part => part["properties"] is JsonObject own && own.ContainsKey(name) ? own[name] : part["additionalProperties"] ?? part["unevaluatedProperties"])
                .Where(static schema => schema is not null).ToArray();
            members[name] = asked.Length > 0 ? Like(asked[0], depth + 1) : _values.Value(1);
        }
    }

    private JsonNode? Changed(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members when !OneIn(4):
                var name = members.Count > 0 ? Any(members.Select(static member => member.Key).ToArray()) : Any(RandomSchema.Names);
                switch (random.Next(3))
                {
                    case 0:
                        members.Remove(name);
                        break;
                    case 1:
                        members[Any(RandomSchema.Names)] = _values.Value(1);
                        break;
                    default:
                        var member = members[name];
                        members.Remove(name);
                        members[name] = Changed(member);
                        break;
                }

                return members;
            case JsonArray items when !OneIn(4):
                if (items.Count == 0 || OneIn(3))
                {
                    items.Add(items.Count > 0 && OneIn(2) ? items[0]?.DeepClone() : _values.Value(1));
                    return items;
                }

                var index = random.Next(items.Count);
                var item = items[index];
                items.RemoveAt(index);
                if (!OneIn(3))
                    items.Insert(index, Changed(item));
                return items;
            default:
                return _values.Value(1);
        }
    }
}
