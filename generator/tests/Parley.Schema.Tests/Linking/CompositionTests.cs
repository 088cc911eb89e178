namespace Parley.Schema.Tests.Linking;

public sealed class CompositionTests
{
    private const string Base = """
        { "type": "object", "properties": { "id": { "type": "string" }, "note": true, "count": { "type": "integer", "minimum": 1 } }, "required": ["id"] }
        """;

    [Fact]
    public void Record_has_the_properties_of_the_schemas_that_it_is_composed_of()
    {
        var root = Load.Clean(Load.Files(
            ("base.schema.json", Base),
            ("whole.schema.json", """
                {
                  "type": "object", "allOf": [{ "$ref": "base.schema.json" }, { "properties": { "note": { "type": "string" } }, "required": ["own"] }],
                  "properties": { "own": { "type": "boolean" } }, "unevaluatedProperties": false
                }
                """))).Schemas[1].Types[0].Schema;

        Assert.Equal([("own", true)], root.Properties.Select(property => (property.Name, property.Required)));
        Assert.Equal(
            [("id", "String", true), ("note", "String", false), ("count", "Integer", false)],
            root.ComposedProperties.Select(property => (property.Name, property.Schema.Shape.Kind.ToString(), property.Required)));
    }

    [Fact]
    public void Rule_of_a_part_is_no_part_of_the_whole()
    {
        const string Whole = """{ "type": "object", "$ref": "base.schema.json", "properties": {}, "unevaluatedProperties": false }""";
        var before = Load.Files(("base.schema.json", Base), ("whole.schema.json", Whole));
        var after = Load.Files(("base.schema.json", Base.Replace("\"minimum\": 1", "\"minimum\": 2", StringComparison.Ordinal)), ("whole.schema.json", Whole));

        Assert.NotEqual(before.Schemas[0], after.Schemas[0]);
        Assert.Equal(before.Schemas[1], after.Schemas[1]);
    }

    [Fact]
    public void Property_whose_name_is_taken_stays_among_the_others() =>
        Assert.Empty(Load.Root("""{ "type": "object", "allOf": [{ "properties": { "own-value": true } }], "properties": { "ownValue": true }, "unevaluatedProperties": false }""").ComposedProperties);

    [Theory]
    [InlineData("""{ "type": "string" }""", """{ "type": "string", "maxLength": 9 }""", "String")]
    [InlineData("""{ "type": ["string", "null"] }""", """{ "type": "string" }""", "String")]
    [InlineData("""{ "description": "Any." }""", """{ "type": "integer" }""", "Integer")]
    [InlineData("""{ "type": "string" }""", """{ "enum": ["a"] }""", "String")]
    [InlineData("""{ "type": "number" }""", """{ "type": "integer" }""", "Any")]
    public void Property_of_two_parts_has_the_shape_on_which_they_agree(string one, string other, string expected)
    {
        var root = Load.Root($$"""{ "allOf": [{ "type": "object", "properties": { "a": {{one}} } }, { "properties": { "a": {{other}} } }] }""");

        Assert.Equal(expected, Assert.Single(root.ComposedProperties).Schema.Shape.Kind.ToString());
    }

    [Fact]
    public void Object_of_a_part_is_named_after_the_whole()
    {
        var types = Load.Schema("""{ "title": "Whole", "allOf": [{ "type": "object", "properties": { "place": { "type": "object", "properties": { "x": true } } } }] }""").Types;

        Assert.Equal(["Whole", "WholePlace"], types.Select(type => type.Name));
    }
}
