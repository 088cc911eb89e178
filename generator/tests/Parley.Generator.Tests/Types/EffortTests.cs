using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Schemas that refer to themselves from several branches double the work with every level of a text; a call ends before that is felt.</summary>
public sealed class EffortTests
{
    private const string AnyOf = """{ "anyOf": [{ "properties": { "c": { "$ref": "#" } }, "required": ["a"] }, { "properties": { "c": { "$ref": "#" } }, "required": ["b"] }] }""";

    [Theory]
    [InlineData(AnyOf)]
    [InlineData("""{ "allOf": [{ "properties": { "c": { "$ref": "#" } } }, { "properties": { "c": { "$ref": "#" } } }] }""")]
    [InlineData("""{ "type": "object", "properties": { "c": { "$ref": "#" } }, "oneOf": [{ "properties": { "c": { "$ref": "#" } }, "required": ["a"] }, { "not": { "properties": { "c": { "$ref": "#" } } } }] }""")]
    public void Work_that_doubles_with_every_level_is_refused(string schema)
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", schema));

        var errors = type.Refuses(Nested(60, """{"b":1}"""));

        Assert.Contains(errors, static error => error.Keyword == "budget");
    }

    // Each object is walked for itself and once more for what is left over, never once for each branch.
    [Theory]
    [InlineData("""{ "anyOf": [{ "properties": { "a": true } }, { "properties": { "b": true } }], "unevaluatedProperties": { "$ref": "#" } }""")]
    [InlineData("""{ "allOf": [{ "if": { "required": ["b"] }, "then": { "properties": { "b": true } } }], "dependentSchemas": { "a": { "properties": { "a": true } } }, "unevaluatedProperties": { "$ref": "#" } }""")]
    public void What_is_left_over_may_nest_as_deep_as_a_text(string schema) => LiveType.Of("Case", new InputFile("case.schema.json", schema)).Accepts(Nested(60, """{"b":1}""", "\"b\":1,"));

    [Fact]
    public void Branches_that_look_for_what_is_left_over_are_refused_when_their_work_doubles()
    {
        const string Branch = """{ "anyOf": [{ "properties": { "b": true } }], "unevaluatedProperties": { "$ref": "#" } }""";
        var type = LiveType.Of("Case", new InputFile("case.schema.json", $$"""{ "oneOf": [{{Branch}}, {{Branch}}] }"""));

        Assert.Contains(type.Refuses(Nested(60, """{"b":1}""")), static error => error.Keyword == "budget");
    }

    [Fact]
    public void A_long_string_at_the_bottom_costs_no_more()
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", AnyOf));

        var errors = type.Refuses(Nested(60, $$"""{"x":"{{new string('x', 100_000)}}"}"""));

        Assert.Contains(errors, static error => error.Keyword == "budget");
    }

    [Fact]
    public void Usual_depth_and_length_are_accepted()
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", AnyOf));
        type.Accepts(Nested(10, """{"b":1}""", "\"b\":1,"));

        var list = LiveType.Of("List", new InputFile("list.schema.json", $$"""{ "type": "array", "items": {{AnyOf.Replace("#", "#/items", StringComparison.Ordinal)}} }"""));
        list.Accepts($"[{string.Join(',', Enumerable.Repeat("""{"b":1,"c":{"a":1}}""", 20_000))}]");
    }

    private static string Nested(int depth, string bottom, string beside = "") =>
        string.Concat(Enumerable.Repeat($"{{{beside}\"c\":", depth)) + bottom + new string('}', depth);
}
