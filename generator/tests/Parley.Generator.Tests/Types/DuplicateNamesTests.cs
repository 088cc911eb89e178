using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>A name that an object has twice refuses the whole text, wherever the object stands and whatever the schema says of it.</summary>
public sealed class DuplicateNamesTests
{
    [Theory]
    [InlineData("{}", """{"a":1,"a":2}""", "/a")]
    [InlineData("{}", """[0,{"b":[{"a":1,"c":{},"\u0061":2}]}]""", "/1/b/0/a")]
    [InlineData("""{ "const": { "a": 1 } }""", """{"a":2,"a":1}""", "/a")]
    [InlineData("""{ "enum": [[{ "a": 1 }], "x"] }""", """[{"a":2,"a":1}]""", "/0/a")]
    [InlineData("""{ "minLength": 1 }""", """{"a":1,"a":2}""", "/a")]
    [InlineData("""{ "type": "array" }""", """[{"a":1,"a":2}]""", "/0/a")]
    [InlineData("""{ "type": "array", "maxItems": 3 }""", """[{"a":1,"a":2}]""", "/0/a")]
    [InlineData("""{ "type": "array", "items": true }""", """[{"a":1,"a":2}]""", "/0/a")]
    [InlineData("""{ "type": ["object", "null"] }""", """{"x":{"a":1,"a":2}}""", "/x/a")]
    [InlineData("""{ "type": "object", "properties": { "p": true } }""", """{"p":{"a":1,"a":2}}""", "/p/a")]
    [InlineData("""{ "type": "object", "properties": { "p": { "type": "integer" } } }""", """{"x":[{"a":1,"a":2}]}""", "/x/0/a")]
    [InlineData("""{ "type": "object", "additionalProperties": {} }""", """{"x":{"a":1,"a":2}}""", "/x/a")]
    [InlineData("""{ "not": { "type": "object", "required": ["bad"] } }""", """{"bad":1,"x":1,"x":2}""", "/x")]
    [InlineData("""{ "not": { "properties": { "x": { "const": 1 } } } }""", """{"x":1,"x":2}""", "/x")]
    [InlineData("""{ "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }""", """{"a":1,"b":1,"a":2}""", "/a")]
    [InlineData("""{ "anyOf": [{ "type": "object", "required": ["a"] }, { "minimum": 1 }] }""", """{"a":1,"x":{"b":1,"b":1}}""", "/x/b")]
    [InlineData("""{ "$ref": "#/$defs/any", "minLength": 1, "$defs": { "any": { "maxLength": 9 } } }""", """{"a":1,"a":2}""", "/a")]
    [InlineData("""{ "allOf": [{ "maxLength": 9 }] }""", """{"a":1,"a":2}""", "/a")]
    [InlineData(
        """{ "type": "object", "if": { "properties": { "data": { "type": "object", "properties": { "admin": { "const": true } }, "required": ["admin"] } }, "required": ["data"] }, "then": { "required": ["token"] } }""",
        """{"data":{"admin":true,"admin":true}}""",
        "/data/admin")]
    public void A_repeated_name_refuses_the_text(string schema, string json, string place)
    {
        var errors = LiveType.Of("Case", new InputFile("case.schema.json", schema)).Refuses(json);

        Assert.Contains(errors, error => error.Keyword == "duplicate" && error.InstanceLocation == place);
    }

    [Theory]
    [InlineData("{}", """{"a":{"a":[{"a":1},{"a":2}]},"b":{"a":1}}""")]
    [InlineData("""{ "const": { "a": { "a": 1 } } }""", """{"a":{"a":1}}""")]
    [InlineData("""{ "not": { "required": ["bad"] } }""", """{"x":{"bad":1},"y":{"bad":1}}""")]
    public void The_same_name_in_different_objects_is_accepted(string schema, string json) =>
        LiveType.Of("Case", new InputFile("case.schema.json", schema)).Accepts(json);
}
