using System.Text.Json.Nodes;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>
/// Random schemas of draft 2020-12: any keyword beside any other, with values from small sets, so that subschemas meet each other and the instances. What is
/// left out is left out because the two engines differ on purpose; each place says why.
/// </summary>
internal sealed class RandomSchema(Random random)
{
    /// <summary>Member names of schemas and instances. No name of a JavaScript object's own members: Ajv finds <c>toString</c> in every object.</summary>
    public static readonly string[] Names = ["a", "b", "c", "ab", "kind", "k1", "é"];

    /// <summary>Texts that patterns, lengths and enums tell apart; one is longer in UTF-16 than in code points.</summary>
    public static readonly string[] Texts = ["", "a", "b", "ab", "abc", "kind", "k1", "12", "é", "😀a"];

    /// <summary>
    /// Numbers that a double holds exactly and 64 bits too: Ajv computes with doubles, and an integer that becomes a <c>long</c> is refused beyond its range.
    /// </summary>
    public static readonly string[] Numbers = ["0", "1", "-1", "2", "3", "1.0", "1.5", "-0.5", "2.5e0", "10", "1e2", "0.25"];

    /// <summary>Expressions that mean the same in every engine and never take long.</summary>
    public static readonly string[] Patterns = ["^a", "b$", "^[a-c]+$", "\\d", "^k", "^.$", "é"];

    private const int MaxDepth = 3;

    // Each makes a type's name that no other text here does: where two names meet, the generator refuses the schema.
    private static readonly string[] Constants = ["up", "down", "left", "right", "near", "far", "in", "out", "north", "south", "o\"n", "ü"];

    private static readonly string[] Types = ["null", "boolean", "integer", "number", "string", "array", "object"];

    private readonly int _definitions = random.Next(4);
    private readonly Leftover _leftover = (Leftover)Math.Min(2, random.Next(5));
    private int _definition;

    // Ajv does not know which items `contains`, and a nested `items`, have evaluated, and takes members of an `if` for evaluated that failed or has no branch:
    // a document that asks what is left over has none of these.
    private enum Leftover
    {
        Properties,
        Items,
        NotAsked,
    }

    /// <summary>A document.</summary>
    public JsonObject Next()
    {
        _definition = -1;
        var root = Keywords(0, Any(["object", "object", "array", .. Types]));
        if (_definitions > 0)
        {
            var definitions = new JsonObject();
            for (_definition = 0; _definition < _definitions; _definition++)
                definitions[$"d{_definition}"] = Schema(1);
            root["$defs"] = definitions;
        }

        return root;
    }

    private bool OneIn(int count) => random.Next(count) == 0;

    private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private JsonNode Schema(int depth)
    {
        if (depth < MaxDepth && OneIn(10))
            return OrNull(Keywords(depth + 1, Any(Types)));
        return OneIn(12) ? !OneIn(4) : Keywords(depth, Any(Types));
    }

    // The one may accept null itself: "oneOf" then refuses it.
    private JsonObject OrNull(JsonObject one)
    {
        var isNull = new JsonObject { ["type"] = "null" };
        return new JsonObject { [Any(["oneOf", "anyOf"])] = OneIn(2) ? new JsonArray(one, isNull) : new JsonArray(isNull, one) };
    }

    // A subschema of the same value mostly speaks of the same type: else nothing would ever be valid.
    private JsonNode SchemaOfSame(string type, int depth) => OneIn(12) ? !OneIn(6) : Keywords(depth, OneIn(4) ? Any(Types) : type);

    private JsonObject Keywords(int depth, string type)
    {
        if (type == "object" && depth < MaxDepth && OneIn(6))
            return Union(depth, Any(Names), []);

        var schema = new JsonObject();
        if (!OneIn(5))
            schema["type"] = OneIn(6) ? new JsonArray(type, Any(Types.Where(other => other != type).ToArray())) : type;

        // Mostly what the type gives a meaning, sometimes what it makes void.
        switch (OneIn(10) ? Any(Types) : type)
        {
            case "integer" or "number":
                AddNumberKeywords(schema);
                break;
            case "string":
                AddStringKeywords(schema);
                break;
            case "array" when depth < MaxDepth:
                AddArrayKeywords(schema, depth);
                break;
            case "object" when depth < MaxDepth:
                AddObjectKeywords(schema, depth);
                break;
        }

        if (OneIn(type is "object" or "array" ? 40 : 12))
            schema["const"] = type == "string" ? Any(Texts) : Value(1);
        if (OneIn(type is "object" or "array" ? 40 : 8))
            schema["enum"] = Distinct(1 + random.Next(4), () => type == "string" || OneIn(2) ? Any(Texts) : Value(1));
        if (depth < MaxDepth)
            AddApplicators(schema, type, depth);
        if (OneIn(10) && Reference(entersValue: false) is { } reference)
            schema["$ref"] = reference;
        if (_leftover == Leftover.Properties && OneIn(depth == 0 ? 1 : 5))
            schema["unevaluatedProperties"] = Small(depth);
        if (_leftover == Leftover.Items && OneIn(depth == 0 ? 1 : 5))
        {
            schema["unevaluatedItems"] = Small(depth);
            // Where no branch that matches evaluates items, and nothing beside the branches does, Ajv looks at none of them.
            if (!schema.ContainsKey("prefixItems"))
                schema["prefixItems"] = new JsonArray(Schema(MaxDepth));
        }

        return schema;
    }

    private void AddNumberKeywords(JsonObject schema)
    {
        foreach (var keyword in new[] { "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum" })
        {
            if (OneIn(4))
                schema[keyword] = Number();
        }

        // Divisors that a double divides by exactly; Ajv's quotient of others is off in the last digit.
        if (OneIn(4))
            schema["multipleOf"] = JsonNode.Parse(Any(["1", "2", "0.5", "0.25", "3", "1.0"]));
    }

    private void AddStringKeywords(JsonObject schema)
    {
        if (OneIn(3))
            schema["minLength"] = random.Next(3);
        if (OneIn(3))
            schema["maxLength"] = random.Next(4);
        if (OneIn(3))
            schema["pattern"] = Any(Patterns);
    }

    private void AddArrayKeywords(JsonObject schema, int depth)
    {
        if (OneIn(3))
            schema["prefixItems"] = Several(1 + random.Next(2), () => Schema(depth + 1));
        if (_leftover != Leftover.Items && OneIn(2))
            schema["items"] = Schema(depth + 1);
        // Beside prefixItems, Ajv lets an empty array pass that must contain something.
        if (_leftover != Leftover.Items && !schema.ContainsKey("prefixItems") && OneIn(3))
        {
            schema["contains"] = Schema(depth + 1);
            if (OneIn(2))
                schema["minContains"] = random.Next(3);
            if (OneIn(3))
                schema["maxContains"] = random.Next(3);
        }

        if (OneIn(4))
            schema["minItems"] = random.Next(3);
        if (OneIn(4))
            schema["maxItems"] = random.Next(4);
        if (OneIn(4))
            schema["uniqueItems"] = true;
    }

    private void AddObjectKeywords(JsonObject schema, int depth)
    {
        if (!OneIn(4))
            schema["properties"] = Members(1 + random.Next(4), Names, () => Schema(depth + 1));
        if (OneIn(2))
            schema["required"] = NameList(1 + random.Next(2));
        if (OneIn(4))
            schema["patternProperties"] = Members(1 + random.Next(2), Patterns, () => Schema(depth + 1));
        if (OneIn(3))
            schema["additionalProperties"] = Small(depth);
        if (OneIn(6))
            schema["propertyNames"] = OneIn(2) ? new JsonObject { ["pattern"] = Any(Patterns) } : new JsonObject { ["maxLength"] = 1 + random.Next(2) };
        if (OneIn(6))
            schema["dependentRequired"] = Members(1, Names, () => NameList(1));
        if (OneIn(6))
            schema["dependentSchemas"] = Members(1, Names, () => SchemaOfSame("object", depth + 1));
        if (OneIn(6))
            schema["minProperties"] = random.Next(3);
        if (OneIn(6))
            schema["maxProperties"] = 1 + random.Next(4);
    }

    private void AddApplicators(JsonObject schema, string type, int depth)
    {
        foreach (var keyword in new[] { "allOf", "anyOf", "oneOf" })
        {
            if (OneIn(7))
                schema[keyword] = Several(1 + random.Next(3), () => SchemaOfSame(type, depth + 1));
        }

        if (OneIn(10))
            schema["not"] = SchemaOfSame(type, depth + 1);
        if (_leftover == Leftover.NotAsked && OneIn(8))
        {
            schema["if"] = SchemaOfSame(type, depth + 1);
            if (!OneIn(4))
                schema["then"] = SchemaOfSame(type, depth + 1);
            if (OneIn(2))
                schema["else"] = SchemaOfSame(type, depth + 1);
        }
    }

    // Objects that a member's constants mostly tell apart: by chance two have the same.
    private JsonObject Union(int depth, string member, IReadOnlyList<string> constant)
    {
        var union = new JsonObject { [Any(["oneOf", "anyOf"])] = Several(2 + random.Next(3), () => Alternative(depth + 1, member, constant)) };
        if (OneIn(4))
            union["type"] = OneIn(4) ? new JsonArray("object", "null") : "object";
        if (OneIn(6))
            union["maxProperties"] = 2 + random.Next(3);
        if (OneIn(8))
            union["allOf"] = new JsonArray(SchemaOfSame("object", depth + 1));
        return union;
    }

    // One may be a union itself, by the same member or below a constant of it by another; the names of such members are in "constant".
    private JsonObject Alternative(int depth, string member, IReadOnlyList<string> constant)
    {
        if (OneIn(10))
            return new JsonObject { ["type"] = "null" };
        if (OneIn(8) && Reference(entersValue: false) is { } reference)
            return new JsonObject { ["$ref"] = reference };
        if (depth < MaxDepth && OneIn(3))
            return OneIn(2) ? Union(depth, member, constant) : Union(depth, Any(Names), [.. constant, member]);

        var properties = Members(random.Next(3), Names, () => Schema(depth + 1));
        foreach (var name in constant)
            properties[name] = new JsonObject { ["const"] = "up" };
        properties[member] = OneIn(4) ? new JsonObject { ["enum"] = Distinct(1 + random.Next(3), () => Any(Constants)) } : new JsonObject { ["const"] = Any(Constants) };
        var schema = new JsonObject { ["type"] = OneIn(12) ? new JsonArray("object", "null") : "object", ["properties"] = properties, ["required"] = Distinct(10, () => Any([.. constant, member])) };
        if (OneIn(6))
            schema["additionalProperties"] = Small(depth);
        return schema;
    }

    // A schema of a member or item: often one that refuses, allows anything, or refers to a definition and so, perhaps, back to where it stands.
    private JsonNode Small(int depth) => random.Next(5) switch
    {
        0 => (JsonNode)false,
        1 => (JsonNode)true,
        2 when Reference(entersValue: true) is { } reference => new JsonObject { ["$ref"] = reference },
        _ => depth < MaxDepth ? Schema(depth + 1) : new JsonObject { ["type"] = Any(Types) },
    };

    // Without entering a member or item, only later definitions are referred to: a reference that leads back to itself is an error in either engine.
    private string? Reference(bool entersValue)
    {
        var first = entersValue ? 0 : _definition + 1;
        return first < _definitions ? $"#/$defs/d{random.Next(first, _definitions)}" : entersValue ? "#" : null;
    }

    private static JsonArray Several(int count, Func<JsonNode> schema) => new([.. Enumerable.Range(0, count).Select(_ => schema())]);

    private JsonArray NameList(int count) => Distinct(count, () => Any(Names));

    private JsonObject Members(int count, string[] names, Func<JsonNode> value)
    {
        var members = new JsonObject();
        for (var i = 0; i < count; i++)
            members[Any(names)] = value();
        return members;
    }

    // Entries of a list of values must differ, 1 and 1.0 too.
    private static JsonArray Distinct(int count, Func<JsonNode?> value)
    {
        var list = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var next = value();
            if (!list.Any(other => JsonNode.DeepEquals(other, next)))
                list.Add(next);
        }

        return list;
    }

    private JsonNode Number() => JsonNode.Parse(Any(Numbers))!;

    /// <summary>Any value.</summary>
    /// <param name="depth">How many levels of arrays and objects it may have.</param>
    public JsonNode? Value(int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => OneIn(2),
        2 => Number(),
        3 or 4 => Any(Texts),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(_ => Any(Names)).Distinct(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, Value(depth - 1)))),
    };
}
