using System.Text.Json.Nodes;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>A schema and the instances that it decides about, all as JSON text.</summary>
internal sealed record FuzzCase(string Schema, IReadOnlyList<string> Instances)
{
    /// <summary>The case of a seed, the same on every machine.</summary>
    public static FuzzCase Of(int seed, int instances)
    {
        var random = new Random(seed);
        var schema = new RandomSchema(random).Next();
        var values = new RandomInstance(random, schema);
        return new FuzzCase(schema.ToJsonString(), [.. Enumerable.Range(0, instances).Select(_ => Text(values.Next())).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A value as JSON text: <c>null</c> is a value too.</summary>
    public static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
