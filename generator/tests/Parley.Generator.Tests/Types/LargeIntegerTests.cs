using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>An integer is one whatever its size; where a C# <c>long</c> is made of it, it must fit.</summary>
public sealed class LargeIntegerTests
{
    [Theory]
    [InlineData("""{ "not": { "type": "integer" } }""")]
    [InlineData("""{ "not": { "$ref": "#/$defs/id" }, "$defs": { "id": { "type": "integer", "minimum": 5 } } }""")]
    [InlineData("""{ "not": { "$ref": "#/$defs/id" }, "$defs": { "id": { "type": ["integer", "null"], "multipleOf": 10 } } }""")]
    [InlineData("""{ "not": { "type": "integer", "minimum": 5 } }""")]
    [InlineData("""{ "if": { "type": "integer" }, "then": { "maximum": 100 } }""")]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "type": "number" }] }""")]
    [InlineData("""{ "anyOf": [{ "type": "integer", "maximum": 100 }, { "type": "string" }] }""")]
    [InlineData("""{ "allOf": [{ "type": "integer", "maximum": 100 }] }""")]
    public void A_large_integer_is_refused_as_an_integer(string schema)
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", schema));

        type.Refuses("1e30");
        type.Refuses("9223372036854775810");
    }

    [Theory]
    [InlineData("""{ "allOf": [{ "type": "integer" }, { "minimum": 5 }] }""")]
    [InlineData("""{ "if": { "type": "integer" }, "then": { "minimum": 5 }, "else": false }""")]
    [InlineData("""{ "type": ["integer", "string"], "minimum": 5 }""")]
    public void A_large_integer_is_accepted_where_no_long_is_made(string schema)
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", schema));

        type.Accepts("1e30");
        type.Accepts("9223372036854775808");
        type.Refuses("-1e30");
        type.Refuses("1e-1");
    }

    [Theory]
    [InlineData("""{ "anyOf": [{ "$ref": "#/$defs/id" }, { "type": "null" }], "$defs": { "id": { "type": "integer", "minimum": 5 } } }""")]
    [InlineData("""{ "oneOf": [{ "type": "null" }, { "type": "integer", "minimum": 5 }] }""")]
    public void An_integer_or_null_is_a_long_or_null(string schema)
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", schema));

        type.Accepts("null");
        type.Accepts("9223372036854775807");
        type.Refuses("9223372036854775808");
        type.Refuses("4");
    }

    [Theory]
    [InlineData("""{ "type": "integer", "minimum": 0, "maximum": 1e30 }""")]
    [InlineData("""{ "type": ["integer", "null"], "minimum": 0, "exclusiveMaximum": 1e31 }""")]
    [InlineData("""{ "type": "integer", "minimum": 0, "enum": [7, 12345678910111213141516, 1e30] }""")]
    [InlineData("""{ "$ref": "#/$defs/id", "minimum": 0, "$defs": { "id": { "type": "integer", "maximum": 1e30 } } }""")]
    public void An_integer_whose_schema_names_larger_numbers_is_exact_whatever_its_size(string schema)
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", $$"""{ "type": "object", "properties": { "n": {{schema.Replace("#/$defs", "#/properties/n/$defs", StringComparison.Ordinal)}} } }"""));

        var read = type.Accepts("""{"n":12345678910111213141516}""");
        Assert.Contains("12345678910111213141516", read!.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"n":12345678910111213141516}""", type.Writes("""{"n":12345678910111213141516}"""));
        type.Accepts("""{"n":7.0}""");
        type.Accepts("""{"n":1e30}""");
        type.Refuses("""{"n":7.5}""");
        type.Refuses("""{"n":"7"}""");
        type.Refuses("""{"n":-12345678910111213141516}""");
        type.Refuses("""{"n":1e32}""");
    }

    [Fact]
    public void A_constant_beyond_64_bits_is_a_number() =>
        Assert.Equal(JsonNumber.Parse("1e30"), LiveType.Get(LiveType.Of("Case", new InputFile("case.schema.json", """
            { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer", "const": 1e30 } } }
            """)).Accepts("""{"n":1000000000000000000000000000000}"""), "N"));

    [Fact]
    public void What_does_not_fit_is_refused_with_its_place_and_rule()
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", """{ "type": "object", "properties": { "n": { "type": "array", "items": { "type": "integer" } } } }"""));

        var error = Assert.Single(type.Refuses("{ \"n\": [\n  1,\n  12345678910111213141516\n] }"));

        Assert.Equal(("/n/1", 3, 3, "/properties/n/items/type"), (error.InstanceLocation, error.Line, error.Column, error.KeywordLocation));
        Assert.Equal("must be an integer that fits 64 bits", error.Message);
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "n": { "type": "integer" } } }""")]
    [InlineData("""{ "type": "object", "properties": { "n": { "type": "integer", "minimum": 5, "maximum": 9 } } }""")]
    [InlineData("""{ "type": "object", "properties": { "n": { "type": ["integer", "null"] } } }""")]
    [InlineData("""{ "type": "object", "properties": { "n": { "$ref": "#/$defs/id" } }, "$defs": { "id": { "type": "integer" } } }""")]
    [InlineData("""{ "type": "object", "properties": { "n": { "$ref": "#/$defs/id", "minimum": 1 } }, "$defs": { "id": { "type": "integer" } } }""")]
    [InlineData("""{ "type": "object", "properties": { "n": { "type": "integer", "not": { "const": 7 } } } }""")]
    public void A_property_says_that_an_integer_does_not_fit(string schema)
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", schema));

        var error = type.Refuses("""{"n":9223372036854775808}""")[0];

        Assert.Equal("type", error.Keyword);
        Assert.Equal("/n", error.InstanceLocation);
        Assert.Equal("must be an integer that fits 64 bits", error.Message);
        Assert.StartsWith("must be ", type.Refuses("""{"n":1.5}""")[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("64", type.Refuses("""{"n":1.5}""")[0].Message, StringComparison.Ordinal);
    }
}
