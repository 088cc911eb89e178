using System.Text.Json.Nodes;

namespace Parley.Documentation.Json;

/// <summary>Says in draft 7 of JSON Schema what one schema object says in draft 2020-12. What draft 7 cannot say stays as it is and is ignored by its readers.</summary>
internal static class Draft7
{
    public static JsonObject Lower(JsonObject schema)
    {
        LowerTuple(schema);
        LowerDependencies(schema);
        LowerUnevaluated(schema);
        return LowerReference(schema);
    }

    // Draft 7 ignores what stands beside $ref.
    private static JsonObject LowerReference(JsonObject schema)
    {
        if (schema.Count == 1 || schema["$ref"] is not { } reference)
            return schema;

        schema.Remove("$ref");
        var all = schema["allOf"] as JsonArray ?? [];
        schema.Remove("allOf");
        all.Insert(0, new JsonObject { ["$ref"] = reference.DeepClone() });
        schema.Insert(0, "allOf", all);
        return schema;
    }

    private static void LowerTuple(JsonObject schema)
    {
        if (!schema.Remove("prefixItems", out var tuple))
            return;
        if (schema.Remove("items", out var rest))
            schema.Add("additionalItems", rest);
        schema.Add("items", tuple);
    }

    private static void LowerDependencies(JsonObject schema)
    {
        var dependencies = new JsonObject();
        if (schema.Remove("dependentRequired", out var required))
            Move((JsonObject)required!, dependencies);
        if (schema.Remove("dependentSchemas", out var schemas))
        {
            foreach (var (name, dependent) in ((JsonObject)schemas!).ToList())
            {
                var both = dependencies[name] is { } names
                    ? new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["required"] = names.DeepClone() }, dependent?.DeepClone()) }
                    : dependent?.DeepClone();
                dependencies[name] = both;
            }
        }

        if (dependencies.Count > 0)
            schema.Add("dependencies", dependencies);
    }

    // Where no other subschema can evaluate a member, the two keywords mean the same.
    private static void LowerUnevaluated(JsonObject schema)
    {
        string[] applicators = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "dependencies", "additionalProperties"];
        if (schema.ContainsKey("unevaluatedProperties") && !applicators.Any(schema.ContainsKey) && schema.Remove("unevaluatedProperties", out var rest))
            schema.Add("additionalProperties", rest);
    }

    private static void Move(JsonObject from, JsonObject to)
    {
        foreach (var (name, value) in from.ToList())
            to[name] = value?.DeepClone();
    }
}
