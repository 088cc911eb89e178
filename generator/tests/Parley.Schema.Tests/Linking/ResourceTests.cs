using Parley.Schema.Reading;

namespace Parley.Schema.Tests.Linking;

public sealed class ResourceTests
{
    // A file with a resource in a resource, each with an anchor and a definition of the same name.
    private const string Nested = """
        {
          "$id": "https://example.org/a/root",
          "$defs": {
            "x": { "$anchor": "here" },
            "inner": {
              "$id": "../b/inner",
              "$defs": {
                "x": { "$anchor": "here" },
                "leaf": { "$id": "c/leaf?v=1" }
              }
            }
          }
        }
        """;

    [Theory]
    [InlineData("https://example.org/a/root", "#")]
    [InlineData("https://example.org/b/inner", "#/$defs/inner")]
    [InlineData("https://example.org/b/c/leaf?v=1", "#/$defs/inner/$defs/leaf")]
    [InlineData("HTTPS://EXAMPLE.org/a/../b/./inner", "#/$defs/inner")]
    [InlineData("https://example.org/a/root#here", "#/$defs/x")]
    [InlineData("https://example.org/b/inner#here", "#/$defs/inner/$defs/x")]
    [InlineData("https://example.org/b/inner#/$defs/x", "#/$defs/inner/$defs/x")]
    [InlineData("nested.schema.json#/$defs/inner/$defs/x", "#/$defs/inner/$defs/x")]
    public void Reference_finds_a_resource_by_its_URI_and_places_in_it_from_its_root(string reference, string pointer)
    {
        var result = Load.Clean(Load.Files(("a.schema.json", $$"""{ "$ref": "{{reference}}" }"""), ("nested.schema.json", Nested)));

        Assert.Equal(("nested.schema.json", pointer), (result.Schemas[0].Types[0].Schema.Ref!.Path, result.Schemas[0].Types[0].Schema.Ref!.Pointer));
    }

    // The examples of RFC 3986, 5.4, that are no mere fragments.
    [Theory]
    [InlineData("g", "http://a/b/c/g")]
    [InlineData("./g", "http://a/b/c/g")]
    [InlineData("g/", "http://a/b/c/g/")]
    [InlineData("/g", "http://a/g")]
    [InlineData("//g", "http://g")]
    [InlineData("?y", "http://a/b/c/d;p?y")]
    [InlineData("g?y", "http://a/b/c/g?y")]
    [InlineData(";x", "http://a/b/c/;x")]
    [InlineData("g;x", "http://a/b/c/g;x")]
    [InlineData(".", "http://a/b/c/")]
    [InlineData("..", "http://a/b/")]
    [InlineData("../g", "http://a/b/g")]
    [InlineData("../../g", "http://a/g")]
    [InlineData("../../../g", "http://a/g")]
    [InlineData("g.", "http://a/b/c/g.")]
    [InlineData("..g", "http://a/b/c/..g")]
    [InlineData("./g/.", "http://a/b/c/g/")]
    [InlineData("g/../h", "http://a/b/c/h")]
    [InlineData("g;x=1/../y", "http://a/b/c/y")]
    public void Relative_reference_is_resolved_as_RFC_3986_says(string reference, string uri)
    {
        var result = Load.Clean(Load.Files(
            ("from.schema.json", $$"""{ "$id": "http://a/b/c/d;p?q", "$ref": "{{reference}}" }"""), ("to.schema.json", $$"""{ "$id": "{{uri}}" }""")));

        Assert.Equal("to.schema.json", result.Schemas[0].Types[0].Schema.Ref!.Path);
    }

    [Fact]
    public void Reference_beside_an_id_is_resolved_against_that_id()
    {
        var result = Load.Clean(Load.Files(("a.schema.json", """
            {
              "$id": "https://example.org/a",
              "properties": { "p": { "$id": "deep/b", "$ref": "c" } },
              "$defs": { "near": { "$id": "c" }, "deep": { "$id": "deep/c" } }
            }
            """)));

        Assert.Equal("#/$defs/deep", result.Schemas[0].Types[0].Schema.Properties[0].Schema.Ref!.Pointer);
    }

    [Fact]
    public void File_is_found_by_the_URI_that_it_was_given_and_its_references_are_relative_to_it()
    {
        var result = Load.Clean(Load.All(
        [
            new SchemaFile("a.schema.json", """{ "$ref": "http://localhost:1234/x/b" }"""),
            new SchemaFile("elsewhere/b.json", """{ "$ref": "c" }""", "http://localhost:1234/x/b"),
            new SchemaFile("c.json", """{ "$id": "https://example.org/c" }""", "http://localhost:1234/x/c"),
        ]));

        Assert.Equal("elsewhere/b.json", result.Schemas[0].Types[0].Schema.Ref!.Path);
        Assert.Equal(("http://localhost:1234/x/b", "c.json"), (result.Schemas[2].Uri, result.Schemas[2].Types[0].Schema.Ref!.Path));
        Assert.Equal("https://example.org/c", result.Schemas[1].Uri);
    }

    [Fact]
    public void Meta_schemas_of_2020_12_are_known_and_without_fault()
    {
        var result = Load.Clean(Load.Files(("a.schema.json", """{ "anyOf": [{ "$ref": "https://json-schema.org/draft/2020-12/schema" }, { "$ref": "https://json-schema.org/draft/2020-12/meta/format-assertion" }] }""")));

        Assert.Equal(
            ["applicator", "content", "core", "format-annotation", "format-assertion", "meta-data", "unevaluated", "validation"],
            result.Schemas.Select(schema => schema.Path).Where(path => path.Contains("/meta/")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Meta_schemas_are_no_part_of_a_project_that_does_not_refer_to_them() =>
        Assert.Single(Load.Clean(Load.Files(("a.schema.json", """{ "$schema": "https://json-schema.org/draft/2020-12/schema" }"""))).Schemas);

    [Theory]
    [InlineData("""{ "$id": "a#b" }""", "a.schema.json(1,10) PAR1010")]
    [InlineData("""{ "$id": "https://example.org/a#b" }""", "a.schema.json(1,10) PAR1010")]
    [InlineData("""{ "not": { "$id": "b" } }""", "a.schema.json(1,19) PAR1010")]
    [InlineData("""{ "not": { "$id": 1 } }""", "a.schema.json(1,19) PAR1004")]
    [InlineData("""{ "$id": "https://example.org/a", "not": { "$id": "a" } }""", "a.schema.json(1,51) PAR2006")]
    [InlineData("""{ "$id": "https://example.org/a", "not": { "$id": "b", "$ref": "c" } }""", "a.schema.json(1,64) PAR2001")]
    [InlineData("""{ "$id": "https://example.org/a", "not": { "$id": "b", "$ref": "#/$defs/x" }, "$defs": { "x": true } }""", "a.schema.json(1,64) PAR2003")]
    [InlineData("""{ "$id": "https://example.org/a", "$ref": "#x", "not": { "$id": "b", "$anchor": "x" } }""", "a.schema.json(1,43) PAR2003")]
    public void Fault_is_reported_at_its_place(string text, string expected) => Load.Expect(Load.Files(("a.schema.json", text)), expected);

    [Fact]
    public void Given_URI_that_is_none_is_reported() =>
        Load.Expect(Load.All([new SchemaFile("a.json", "true", "localhost/a")]), "a.json(1,1) PAR1010");
}
