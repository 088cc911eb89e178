using Parley.Schema.Model;

namespace Parley.Schema.Tests.Linking;

public sealed class DialectTests
{
    private const string WithoutValidation = """
        {
          "$id": "https://example.org/loose",
          "$vocabulary": {
            "https://json-schema.org/draft/2020-12/vocab/core": true,
            "https://json-schema.org/draft/2020-12/vocab/applicator": true,
            "https://example.org/vocab/colours": false
          }
        }
        """;

    [Fact]
    public void Keywords_of_vocabularies_that_a_dialect_does_not_have_say_nothing()
    {
        var result = Load.Clean(Load.Files(
            ("a.schema.json", """{ "$schema": "https://example.org/loose", "type": "object", "properties": { "p": { "minLength": 3 } }, "required": ["p"] }"""),
            ("loose.schema.json", WithoutValidation)));

        var root = result.Schemas[0].Types[0].Schema;
        Assert.Equal((JsonTypes.None, 0), (root.Types, root.Required.Count));
        Assert.Null(root.Properties[0].Schema.MinLength);
    }

    [Fact]
    public void Embedded_resource_has_its_own_dialect()
    {
        var result = Load.Clean(Load.Files(
            ("a.schema.json", """{ "minLength": 1, "not": { "$id": "https://example.org/b", "$schema": "https://example.org/loose", "minLength": 2, "not": { "minLength": 3 } } }"""),
            ("loose.schema.json", WithoutValidation)));

        var root = result.Schemas[0].Types[0].Schema;
        Assert.Equal((1L, (long?)null, (long?)null), (root.MinLength, root.Not!.MinLength, root.Not.Not!.MinLength));
    }

    [Fact]
    public void Dialect_without_vocabularies_is_2020_12()
    {
        var result = Load.Clean(Load.Files(
            ("a.schema.json", """{ "$schema": "https://example.org/same", "minLength": 1 }"""), ("same.schema.json", """{ "$id": "https://example.org/same" }""")));

        Assert.Equal(1, result.Schemas[0].Types[0].Schema.MinLength);
    }
}
