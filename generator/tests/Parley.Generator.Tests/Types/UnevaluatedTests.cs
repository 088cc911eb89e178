using System.Globalization;
using System.Text;
using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>What <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> leave alone, where the schema tells and where only the value does.</summary>
public sealed class UnevaluatedTests
{
    private const string Whole = """
        {
          "type": "object", "allOf": [{ "$ref": "base.schema.json" }, { "properties": { "size": { "type": "integer" }, "kind": { "const": "whole" } }, "required": ["kind"] }],
          "properties": { "own": { "type": ["boolean", "null"] } }, "unevaluatedProperties": false
        }
        """;

    private const string Base = """
        {
          "type": "object", "required": ["id"],
          "properties": { "id": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } }, "place": { "type": "object", "properties": { "x": { "type": "number" } }, "required": ["x"] } }
        }
        """;

    [Fact]
    public void Composed_object_is_read_as_one_record()
    {
        var type = LiveType.Of("Whole", new InputFile("base.schema.json", Base), new InputFile("whole.schema.json", Whole));

        const string Text = """{"id":"a","own":null,"tags":["t"],"kind":"whole","size":7,"place":{"x":1.5}}""";
        var value = type.Accepts(Text);

        Assert.Equal(("a", "whole", 7L), (LiveType.Get(value, "Id"), LiveType.Get(value, "Kind"), LiveType.Get(value, "Size")));
        Assert.Equal("t", Assert.Single((ValueList<string>)LiveType.Get(value, "Tags")!));
        Assert.Equal(JsonNumber.Parse("1.5"), LiveType.Get(LiveType.Get(value, "Place"), "X"));
        Assert.Null(type.Type.GetProperty("AdditionalMembers"));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Text), JsonElement.Parse(type.Writes(Text))));
        Assert.Equal("unevaluatedProperties", Assert.Single(type.Refuses("""{"id":"a","kind":"whole","other":1}""")).Keyword);
        Assert.Equal("required", Assert.Single(type.Refuses("""{"kind":"whole"}""")).Keyword);
        type.Refuses("""{"id":"a","kind":"whole","size":12345678901234567890}""");
    }

    [Fact]
    public void Open_composition_keeps_what_is_left_over()
    {
        var type = LiveType.Of(
            "Whole", new InputFile("base.schema.json", Base), new InputFile("whole.schema.json", Whole.Replace("false", """{ "type": "string" }""", StringComparison.Ordinal)));

        Assert.Contains("\"other\":\"x\"", type.Writes("""{"id":"a","kind":"whole","other":"x"}"""), StringComparison.Ordinal);
        type.Refuses("""{"id":"a","kind":"whole","other":1}""");
    }

    [Theory]
    [InlineData("""{ "anyOf": [{ "properties": { "a": true }, "required": ["a"] }, { "properties": { "b": true }, "required": ["b"] }], "unevaluatedProperties": false }""", """{"a":1,"b":2}""", """{"a":1,"c":2}""")]
    [InlineData("""{ "type": "object", "properties": { "k": true }, "if": { "properties": { "a": true }, "required": ["a"] }, "unevaluatedProperties": { "type": "null" } }""", """{"k":1,"a":1,"z":null}""", """{"k":1,"z":1}""")]
    [InlineData("""{ "patternProperties": { "^x": true }, "dependentSchemas": { "xa": { "properties": { "b": true } } }, "unevaluatedProperties": false }""", """{"xa":1,"b":2}""", """{"xb":1,"b":2}""")]
    [InlineData("""{ "allOf": [{ "anyOf": [{ "properties": { "a": true }, "unevaluatedProperties": false }, { "properties": { "b": true } }] }], "unevaluatedProperties": false }""", """{"b":1}""", """{"a":1,"b":1}""")]
    [InlineData("""{ "contains": { "type": "string" }, "unevaluatedItems": { "type": "integer" } }""", """["a",1,"b"]""", """["a",1,null]""")]
    [InlineData("""{ "type": "array", "prefixItems": [true], "oneOf": [{ "prefixItems": [true, { "const": 1 }] }, { "prefixItems": [true, { "const": 2 }, true] }], "unevaluatedItems": false }""", "[0,2,0]", "[0,1,0]")]
    [InlineData("""{ "prefixItems": [true], "allOf": [{ "prefixItems": [true, true] }], "unevaluatedItems": { "type": "string" } }""", """[1,2,"a"]""", "[1,2,3]")]
    [InlineData("""{ "properties": { "a": true }, "unevaluatedProperties": false }""", """{"a":{"x":1}}""", """{"a":{"x":1,"x":2}}""")]
    [InlineData("""{ "$ref": "#/$defs/r", "patternProperties": { "^o": true }, "unevaluatedProperties": false, "$defs": { "r": { "patternProperties": { "^p": true }, "properties": { "q": true } } } }""", """{"o":1,"p":2,"q":[{}]}""", """{"r":1}""")]
    [InlineData("""{ "anyOf": [{ "properties": { "a": true } }], "unevaluatedProperties": { "properties": { "n": { "type": "integer" } } } }""", """{"z":{"n":12345678901234567890}}""", """{"z":{"n":1,"n":2}}""")]
    public void Value_decides_what_is_left_over(string schema, string accepted, string refused)
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", schema));

        type.Accepts(accepted);
        type.Refuses(refused);
    }

    [Fact]
    public void Member_that_is_left_over_is_named_with_its_place()
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", """{ "anyOf": [{ "properties": { "a": true } }], "unevaluatedProperties": false }"""));

        var error = Assert.Single(type.Refuses("{\n  \"a\": 1,\n  \"b\": 2\n}"));

        Assert.Equal(("/b", 3, 3, "unevaluatedProperties"), (error.InstanceLocation, error.Line, error.Column, error.Keyword));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1000)]
    public void Objects_and_arrays_of_any_length_are_told_apart(int length)
    {
        var members = LiveType.Of("Case", new InputFile("case.schema.json", """{ "anyOf": [{ "patternProperties": { "^a": true } }, true], "unevaluatedProperties": false }"""));
        var items = LiveType.Of("Case", new InputFile("case.schema.json", """{ "contains": { "type": "integer" }, "unevaluatedItems": false }"""));
        var names = string.Join(',', Enumerable.Range(0, length).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"a{i}\":{i}")));
        var numbers = string.Join(',', Enumerable.Range(0, length));

        members.Accepts($"{{{names}}}");
        members.Refuses($"{{{names},\"b\":1}}");
        items.Accepts($"[{numbers}]");
        items.Refuses($"[{numbers},\"b\"]");
    }

    [Fact]
    public void Verdict_takes_no_memory()
    {
        const string Schema = """{ "anyOf": [{ "properties": { "a": true } }, { "properties": { "b": true } }], "unevaluatedProperties": { "type": "string" } }""";
        var validate = LiveType.Of("Case", new InputFile("case.schema.json", Schema)).Type.GetMethod("Validate")!.CreateDelegate<Func>();
        var text = Encoding.UTF8.GetBytes("""{"a":1,"b":[2],"c":"d"}""");
        Assert.True(validate(text, default));

        var before = GC.GetAllocatedBytesForCurrentThread();
        validate(text, default);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private delegate bool Func(ReadOnlySpan<byte> text, JsonReaderOptions options);
}
