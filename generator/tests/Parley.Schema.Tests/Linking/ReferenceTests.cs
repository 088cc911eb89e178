namespace Parley.Schema.Tests.Linking;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("b.schema.json", "#", "global::Root.X.B")]
    [InlineData("./b.schema.json#", "#", "global::Root.X.B")]
    [InlineData("../x/b.schema.json", "#", "global::Root.X.B")]
    [InlineData("/x/b.schema.json", "#", "global::Root.X.B")]
    [InlineData("b%2Eschema.json#/$defs/n~1m", "#/$defs/n~1m", "global::Root.X.BNM")]
    [InlineData("b.schema.json#/%24defs/n%7E1m", "#/$defs/n~1m", "global::Root.X.BNM")]
    [InlineData("https://example.org/y/b", "#", "global::Root.X.B")]
    [InlineData("https://example.org/y/../y/b#/properties/p", "#/properties/p", "global::Root.X.BP")]
    [InlineData("b.schema.json#/anyOf/0", "#/anyOf/0", "global::Root.X.BAnyOf0")]
    public void Reference_finds_its_target(string reference, string pointer, string typeName)
    {
        var result = Load.Clean(Load.Files(
            ("x/a.schema.json", $$"""{ "$ref": "{{reference}}" }"""),
            ("x/b.schema.json", """
                {
                  "$id": "https://example.org/y/b", "type": "object", "properties": { "p": { "type": "string" } },
                  "anyOf": [{ "minProperties": 1 }], "$defs": { "n/m": true }
                }
                """)));

        var found = result.Schemas[0].Types[0].Schema.Ref!;
        Assert.Equal(("x/b.schema.json", pointer, typeName), (found.Path, found.Pointer, found.TypeName));
        Assert.Contains(result.Schemas[1].Types, type => "global::Root.X." + type.Name == typeName && type.Schema.Pointer == pointer);
    }

    [Fact]
    public void Relative_reference_is_resolved_against_the_id_first()
    {
        var result = Load.Clean(Load.Files(
            ("a.schema.json", """{ "$id": "https://example.org/deep/a", "$ref": "b" }"""), ("other.schema.json", """{ "$id": "https://example.org/deep/b" }""")));

        Assert.Equal("other.schema.json", result.Schemas[0].Types[0].Schema.Ref!.Path);
    }

    [Theory]
    [InlineData("#here", "a.schema.json", "#/$defs/x")]
    [InlineData("b.schema.json#there", "b.schema.json", "#/properties/p")]
    [InlineData("https://example.org/b#there", "b.schema.json", "#/properties/p")]
    public void Anchor_leads_to_its_subschema(string reference, string path, string pointer)
    {
        var result = Load.Clean(Load.Files(
            ("a.schema.json", $$"""{ "$ref": "{{reference}}", "$defs": { "x": { "$anchor": "here" } } }"""),
            ("b.schema.json", """{ "$id": "https://example.org/b", "properties": { "p": { "$anchor": "there" } } }""")));

        var target = result.Schemas[0].Types[0].Schema.Ref!;
        Assert.Equal((path, pointer), (target.Path, target.Pointer));
    }

    [Theory]
    [InlineData("http://localhost/b.schema.json", "PAR2001")]
    [InlineData("file:///etc/passwd", "PAR2001")]
    [InlineData("//example.org/b.schema.json", "PAR2001")]
    [InlineData("urn:example:b", "PAR2001")]
    [InlineData("../../b.schema.json", "PAR2002")]
    [InlineData("c.schema.json", "PAR2002")]
    [InlineData("b.schema.json%", "PAR2002")]
    [InlineData("b.schema.json#anchor", "PAR2003")]
    [InlineData("b.schema.json#/properties/q", "PAR2003")]
    [InlineData("b.schema.json#/properties/p/~3", "PAR2003")]
    [InlineData("b.schema.json#/properties", "PAR2004")]
    [InlineData("b.schema.json#/const", "PAR2004")]
    [InlineData("data.json", "PAR2004")]
    public void Reference_that_leads_nowhere_is_reported_at_its_value(string reference, string id) =>
        Load.Expect(
            Load.Files(
                ("x/a.schema.json", $$"""{ "$ref": "{{reference}}" }"""),
                ("x/b.schema.json", """{ "properties": { "p": true }, "const": 1 }"""),
                ("x/data.json", "{}")),
            $"x/a.schema.json(1,11) {id}");

    [Fact]
    public void Recursion_through_members_and_items_is_fine()
    {
        var root = Load.Root("""
            {
              "type": "object",
              "properties": { "next": { "$ref": "#" }, "children": { "type": "array", "items": { "$ref": "#" } } }
            }
            """);

        Assert.Equal("global::Root.Thing", root.Properties[0].Schema.Shape.TypeName);
        Assert.Equal("global::Root.Thing", root.Properties[1].Schema.Shape.Element!.TypeName);
    }

    [Theory]
    [InlineData("""{ "$ref": "#" }""")]
    [InlineData("""{ "allOf": [{ "$ref": "#" }] }""")]
    [InlineData("""{ "if": { "$ref": "#" } }""")]
    [InlineData("""{ "not": { "anyOf": [{ "$ref": "#/$defs/a" }] }, "$defs": { "a": { "oneOf": [{ "$ref": "#" }] } } }""")]
    public void Loop_in_place_is_an_error(string text) => Assert.Equal("PAR2005", Assert.Single(Load.Files(("a.schema.json", text)).Diagnostics).Id);

    [Fact]
    public void Loop_across_files_is_reported_once_and_takes_out_both()
    {
        var result = Load.Files(
            ("a.schema.json", """{ "$ref": "b.schema.json" }"""), ("b.schema.json", """{ "$ref": "a.schema.json" }"""), ("c.schema.json", "true"));

        Load.Expect(result, "b.schema.json(1,11) PAR2005");
        Assert.Equal(["c.schema.json"], result.Schemas.Select(schema => schema.Path));
    }

    [Fact]
    public void Long_chain_of_references_is_no_crash()
    {
        const int Length = 20_000;
        var definitions = Enumerable.Range(0, Length).Select(i => $$""" "d{{i}}": { "type": "array", "items": { "$ref": "#/$defs/d{{i + 1}}" } } """);
        var references = Enumerable.Range(0, Length).Select(i => $$""" "r{{i}}": { "$ref": "#/$defs/r{{i + 1}}" } """);

        var schema = Load.Schema(
            $$$"""{ "$defs": { {{{string.Join(",", definitions)}}}, "d{{{Length}}}": true, {{{string.Join(",", references)}}}, "r{{{Length}}}": true } }""");

        Assert.Equal((2 * Length) + 3, schema.Types.Count);
    }

    [Fact]
    public void File_with_an_error_takes_out_what_refers_to_it_and_nothing_else()
    {
        var result = Load.Files(
            ("a.schema.json", """{ "$ref": "b.schema.json" }"""),
            ("b.schema.json", """{ "items": { "$ref": "c.schema.json#/$defs/x" } }"""),
            ("c.schema.json", """{ "type": "text" }"""),
            ("d.schema.json", """{ "$ref": "e.schema.json" }"""),
            ("e.schema.json", "{}"));

        Load.Expect(result, "c.schema.json(1,11) PAR1005");
        Assert.Equal(["d.schema.json", "e.schema.json"], result.Schemas.Select(schema => schema.Path));
    }
}
