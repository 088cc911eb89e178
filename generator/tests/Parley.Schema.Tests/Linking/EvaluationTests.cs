namespace Parley.Schema.Tests.Linking;

public sealed class EvaluationTests
{
    [Fact]
    public void Members_of_parts_that_always_apply_are_known()
    {
        var members = Load.Root("""
            {
              "properties": { "own": true }, "patternProperties": { "^o": true }, "allOf": [{ "properties": { "a": true }, "patternProperties": { "^p": true } }], "$ref": "#/$defs/r", "unevaluatedProperties": false,
              "$defs": { "r": { "allOf": [{ "properties": { "b": true, "own": true } }] } }
            }
            """).EvaluatedMembers!;

        Assert.Equal(["b", "a"], members.Names);
        Assert.Equal(["^p"], members.Patterns);
        Assert.False(members.All);
    }

    [Theory]
    [InlineData("""{ "unevaluatedProperties": false, "allOf": [{ "additionalProperties": true }] }""")]
    [InlineData("""{ "unevaluatedProperties": false, "additionalProperties": true }""")]
    [InlineData("""{ "unevaluatedProperties": false, "allOf": [{ "unevaluatedProperties": {} }], "anyOf": [{ "properties": { "x": true } }] }""")]
    public void All_members_are_known_to_be_evaluated(string text) => Assert.True(Load.Root(text).EvaluatedMembers!.All);

    [Theory]
    [InlineData("anyOf", "[{ \"properties\": { \"x\": true } }]")]
    [InlineData("oneOf", "[{ \"patternProperties\": { \"x\": true } }]")]
    [InlineData("if", "{ \"additionalProperties\": true }")]
    [InlineData("dependentSchemas", "{ \"a\": { \"allOf\": [{ \"properties\": { \"x\": true } }] } }")]
    public void Members_of_parts_that_may_apply_are_found_while_checking(string keyword, string value)
    {
        Assert.Null(Load.Root($$"""{ "{{keyword}}": {{value}}, "unevaluatedProperties": false }""").EvaluatedMembers);
        Assert.NotNull(Load.Root($$"""{ "{{keyword}}": {{value}}, "unevaluatedProperties": true }""").EvaluatedMembers);
    }

    [Fact]
    public void Parts_that_may_apply_do_not_matter_where_they_add_nothing() =>
        Assert.Empty(Load.Root("""{ "properties": { "kind": true }, "anyOf": [{ "properties": { "kind": { "const": 1 } } }, { "required": ["x"] }], "unevaluatedProperties": false }""").EvaluatedMembers!.Names);

    [Fact]
    public void Not_evaluates_nothing() =>
        Assert.Empty(Load.Root("""{ "not": { "properties": { "x": true } }, "unevaluatedProperties": false }""").EvaluatedMembers!.Names);

    [Theory]
    [InlineData("""{ "prefixItems": [true], "allOf": [{ "prefixItems": [true, true] }], "unevaluatedItems": false }""", 2)]
    [InlineData("""{ "allOf": [{ "items": true }], "contains": {}, "unevaluatedItems": false }""", int.MaxValue)]
    [InlineData("""{ "prefixItems": [true, true], "anyOf": [{ "prefixItems": [true] }], "unevaluatedItems": false }""", 2)]
    [InlineData("""{ "prefixItems": [true], "anyOf": [{ "prefixItems": [true, true] }], "unevaluatedItems": false }""", null)]
    [InlineData("""{ "contains": {}, "unevaluatedItems": false }""", null)]
    public void Items_are_known_as_far_as_the_schema_tells(string text, int? items) => Assert.Equal(items, Load.Root(text).EvaluatedItems);

    [Fact]
    public void Declarations_are_asked_only_where_checking_must_find_out()
    {
        const string Rest = "\"$defs\": { \"r\": { \"properties\": { \"x\": true } } } }";

        Assert.False(Load.Schema("""{ "$ref": "#/$defs/r", "unevaluatedProperties": false, """ + Rest).Types[1].Evaluates);
        Assert.True(Load.Schema("""{ "anyOf": [{ "$ref": "#/$defs/r" }], "unevaluatedProperties": false, """ + Rest).Types[1].Evaluates);
    }

    [Fact]
    public void Long_chain_of_references_is_no_crash()
    {
        const int Length = 20_000;
        var references = Enumerable.Range(0, Length).Select(i => $$""" "r{{i}}": { "$ref": "#/$defs/r{{i + 1}}" } """);

        var root = Load.Root($$$"""{ "$ref": "#/$defs/r0", "unevaluatedProperties": false, "$defs": { {{{string.Join(",", references)}}}, "r{{{Length}}}": { "properties": { "end": true } } } }""");

        Assert.Equal(["end"], root.EvaluatedMembers!.Names);
    }
}
