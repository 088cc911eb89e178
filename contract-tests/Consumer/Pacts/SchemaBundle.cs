using System.Text.Json.Nodes;
using Parley;

namespace ContactCenter.ContractTests;

/// <summary>
/// Schemas of a contract as one document that NJsonSchema reads, an engine of draft 4 to 7: references lead to <c>definitions</c>, and <c>const</c> is an <c>enum</c>
/// of one. It does not know <c>propertyNames</c>, <c>dependentRequired</c>, <c>if</c> and what came after draft 7; such rules only the emitted validators judge.
/// </summary>
internal static class SchemaBundle
{
    /// <summary>The document whose root is one schema file.</summary>
    public static string Of(ContractDescriptor contract, string path)
    {
        var definitions = new JsonObject();
        foreach (var (source, text) in contract.Sources.Where(source => source.Key.EndsWith(".schema.json", StringComparison.Ordinal)))
            definitions[Name(source)] = Rewrite(JsonNode.Parse(text)!, source);

        // A root that is itself a reference would become the place where NJsonSchema looks for definitions.
        var root = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{Name(path)}" });
        return new JsonObject { ["allOf"] = root, ["definitions"] = definitions }.ToJsonString();
    }

    private static JsonNode Rewrite(JsonNode schema, string path)
    {
        if (schema is not JsonObject keywords)
            return schema.DeepClone();

        var rewritten = new JsonObject();
        foreach (var (keyword, value) in keywords)
        {
            switch (keyword)
            {
                case "$schema" or "examples" or "default":
                    break;
                case "$ref":
                    rewritten[keyword] = $"#/definitions/{Name(Resolve(path, value!.GetValue<string>()))}";
                    break;
                case "const":
                    rewritten["enum"] = new JsonArray(value?.DeepClone());
                    break;
                case "properties":
                    rewritten[keyword] = new JsonObject(value!.AsObject().Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, Rewrite(member.Value!, path))));
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    rewritten[keyword] = new JsonArray([.. value!.AsArray().Select(branch => Rewrite(branch!, path))]);
                    break;
                case "items" or "additionalProperties" or "not":
                    rewritten[keyword] = Rewrite(value!, path);
                    break;
                default:
                    rewritten[keyword] = value?.DeepClone();
                    break;
            }
        }

        return rewritten;
    }

    private static string Resolve(string path, string reference) => new Uri(new Uri($"file:///{path}"), reference).AbsolutePath.TrimStart('/');

    private static string Name(string path) => path.Replace('/', '_').Replace('.', '_');
}
