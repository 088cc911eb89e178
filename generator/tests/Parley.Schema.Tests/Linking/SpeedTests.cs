using System.Diagnostics;
using Parley.Schema.Reading;

namespace Parley.Schema.Tests.Linking;

public sealed class SpeedTests
{
    // The bound is wide on purpose: it must hold on a busy machine and still find anything quadratic.
    [Fact]
    public void Two_hundred_schemas_are_read_and_linked_in_a_moment()
    {
        var files = Enumerable.Range(0, 200).Select(i => new SchemaFile($"folder{i % 7}/schema{i}.schema.json", Schema(i))).ToList();
        Load.Clean(Load.All(files));

        var best = Enumerable.Range(0, 5).Min(_ => Measure(files));

        Assert.True(best < TimeSpan.FromMilliseconds(100), $"{best.TotalMilliseconds} ms");
    }

    [Fact]
    public void Reading_is_linear()
    {
        var small = Best(2_000);
        var large = Best(20_000);

        Assert.True(large < TimeSpan.FromSeconds(1) && large.Ticks < small.Ticks * 60, $"{small.TotalMilliseconds} ms, {large.TotalMilliseconds} ms");
    }

    private static TimeSpan Best(int properties)
    {
        var members = string.Join(",\n", Enumerable.Range(0, properties).Select(i => $$""" "member{{i}}": { "type": "string", "enum": ["a{{i}}", "b{{i}}"] } """));
        var required = string.Join(",", Enumerable.Range(0, properties).Select(i => $"\"member{i}\""));
        SchemaFile[] files = [new("a.schema.json", $$"""{ "type": "object", "properties": { {{members}} }, "required": [{{required}}] }""")];
        Load.Clean(Load.All(files));
        return Enumerable.Range(0, 3).Min(_ => Measure(files));
    }

    private static TimeSpan Measure(IReadOnlyList<SchemaFile> files)
    {
        var watch = Stopwatch.StartNew();
        Load.All(files);
        return watch.Elapsed;
    }

    private static string Schema(int index)
    {
        var properties = string.Join(",\n", Enumerable.Range(0, 15).Select(i => $$"""    "member{{i}}": { "type": "string", "maxLength": {{i}}, "description": "A member." }"""));
        return $$"""
            {
              "type": "object",
              "properties": {
            {{properties}},
                "next": { "$ref": "../folder{{(index + 1) % 200 % 7}}/schema{{(index + 1) % 200}}.schema.json" },
                "kind": { "enum": ["one", "two"] }
              },
              "required": ["member0", "kind"],
              "additionalProperties": false
            }
            """;
    }
}
