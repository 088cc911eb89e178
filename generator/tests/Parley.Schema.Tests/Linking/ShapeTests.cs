using Parley.Schema.Model;

namespace Parley.Schema.Tests.Linking;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "String")]
    [InlineData("""{ "type": ["string", "null"] }""", "String?")]
    [InlineData("""{ "type": "integer" }""", "Integer")]
    [InlineData("""{ "type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807 }""", "Integer")]
    [InlineData("""{ "type": "integer", "maximum": 18446744073709551615 }""", "Number")]
    [InlineData("""{ "type": ["integer", "null"], "exclusiveMinimum": -1e30 }""", "Number?")]
    [InlineData("""{ "type": "integer", "enum": [1, 9223372036854775808] }""", "Number")]
    [InlineData("""{ "type": "integer", "const": 9223372036854775808 }""", "Number")]
    [InlineData("""{ "type": "integer", "multipleOf": 9223372036854775808 }""", "Integer")]
    [InlineData("""{ "type": "number" }""", "Number")]
    [InlineData("""{ "type": ["integer", "number"] }""", "Number")]
    [InlineData("""{ "type": "boolean" }""", "Boolean")]
    [InlineData("""{ "type": "null" }""", "Any?")]
    [InlineData("""{ "type": ["string", "integer"] }""", "Any")]
    [InlineData("""{ "type": ["string", "integer", "null"] }""", "Any?")]
    [InlineData("{}", "Any?")]
    [InlineData("true", "Any?")]
    [InlineData("false", "Any")]
    [InlineData("""{ "const": "a" }""", "String")]
    [InlineData("""{ "const": 1 }""", "Integer")]
    [InlineData("""{ "const": 1.5 }""", "Number")]
    [InlineData("""{ "const": true }""", "Boolean")]
    [InlineData("""{ "const": null }""", "Any?")]
    [InlineData("""{ "const": {} }""", "Any")]
    [InlineData("""{ "enum": ["a", "b"] }""", "Enum")]
    [InlineData("""{ "enum": ["a", null] }""", "Enum?")]
    [InlineData("""{ "type": "string", "enum": ["a", null] }""", "Enum")]
    [InlineData("""{ "enum": ["a", 1] }""", "Any")]
    [InlineData("""{ "type": "integer", "enum": [1, 2] }""", "Integer")]
    [InlineData("""{ "type": "array" }""", "List<Any?>")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "List<String>")]
    [InlineData("""{ "type": ["array", "null"], "items": { "type": ["integer", "null"] } }""", "List<Integer?>?")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "string" }, true], "minItems": 2, "items": false }""", "Tuple")]
    [InlineData("""{ "type": ["array", "null"], "prefixItems": [{ "type": "string" }, true], "minItems": 2, "maxItems": 2 }""", "Tuple?")]
    [InlineData("""{ "type": "array", "prefixItems": [true, true], "items": false }""", "List<Any?>")]
    [InlineData("""{ "type": "array", "prefixItems": [true, true], "minItems": 2 }""", "List<Any?>")]
    [InlineData("""{ "type": "array", "prefixItems": [true], "minItems": 1, "items": false }""", "List<Any?>")]
    [InlineData("""{ "type": "array", "prefixItems": [true, { "type": "array", "items": { "$ref": "#" } }], "minItems": 2, "items": false }""", "List<Any?>")]
    [InlineData("""{ "type": "object" }""", "Map<Any?>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", "Map<String>")]
    [InlineData("""{ "type": "object", "additionalProperties": false }""", "Map<Any?>")]
    [InlineData("""{ "type": "object", "properties": {} }""", "Record")]
    [InlineData("""{ "type": ["object", "null"], "properties": { "a": true } }""", "Record?")]
    [InlineData("""{ "type": "object", "properties": { "a": true }, "oneOf": [{ "required": ["a"] }], "if": true }""", "Record")]
    [InlineData("""{ "type": "object", "allOf": [{ "$ref": "#/$defs/r" }], "$defs": { "r": { "type": "object", "properties": {} } } }""", "Record")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/r" }, { "properties": { "a": true } }], "$defs": { "r": { "type": ["object", "null"] } } }""", "Record?")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/r" }, { "type": "object" }], "$defs": { "r": { "type": ["object", "null"], "properties": {} } } }""", "Record")]
    [InlineData("""{ "$ref": "#/$defs/r", "properties": { "a": true }, "$defs": { "r": { "type": "object" } } }""", "Record")]
    [InlineData("""{ "$ref": "#/$defs/r", "properties": { "a": true }, "$defs": { "r": { "type": "string" } } }""", "String")]
    [InlineData("""{ "allOf": [{ "properties": { "a": true } }, { "required": ["a"] }] }""", "Any?")]
    [InlineData("""{ "allOf": [{ "type": "object", "properties": { "a": true } }, { "type": "array" }] }""", "Any?")]
    [InlineData("""{ "properties": { "a": true } }""", "Any?")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null" }] }""", "String?")]
    [InlineData("""{ "oneOf": [{ "type": "null", "title": "none" }, { "$ref": "#/$defs/s" }], "$defs": { "s": { "type": "array", "items": { "type": "integer" } } }, "description": "d" }""", "List<Integer>?")]
    [InlineData("""{ "anyOf": [{ "type": ["string", "null"] }, { "type": "null" }] }""", "String?")]
    [InlineData("""{ "oneOf": [{ "type": ["string", "null"] }, { "type": "null" }] }""", "Any?")]
    [InlineData("""{ "oneOf": [{ "maxLength": 3 }, { "type": "null" }] }""", "Any?")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null" }], "maxLength": 3 }""", "Any?")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null" }, { "type": "integer" }] }""", "Any?")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null", "not": {} }] }""", "Any?")]
    [InlineData("""{ "anyOf": [{ "type": "null" }, { "type": "null" }] }""", "Any?")]
    [InlineData("""{ "anyOf": [true, { "type": "null" }] }""", "Any?")]
    [InlineData("""{ "anyOf": [{ "type": "array", "items": { "$ref": "#" } }, { "type": "null" }] }""", "Any?")]
    [InlineData("""{ "type": "array", "items": { "anyOf": [{ "$ref": "#" }, { "type": "null" }] } }""", "Any")]
    [InlineData("""{ "type": "array", "minItems": 2, "prefixItems": [true, { "anyOf": [{ "$ref": "#" }, { "type": "null" }] }], "items": false }""", "List<Any?>")]
    [InlineData("""{ "$ref": "#/$defs/s", "$defs": { "s": { "type": ["string", "null"] } } }""", "String?")]
    [InlineData("""{ "$ref": "#/$defs/s", "type": "string", "$defs": { "s": { "type": ["string", "null"] } } }""", "String")]
    [InlineData("""{ "$ref": "#/$defs/s", "maxLength": 3, "$defs": { "s": { "$ref": "#/$defs/t" }, "t": { "type": "string" } } }""", "String")]
    [InlineData("""{ "$ref": "#/$defs/s", "type": "integer", "$defs": { "s": { "type": "string" } } }""", "Any")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#" } }""", "Any")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/$defs/a" }, "$defs": { "a": { "type": "object", "additionalProperties": { "$ref": "#/$defs/a" } } } }""", "List<Any>")]
    public void Root_has_the_shape_of_its_values(string text, string expected) => Assert.Equal(expected, Describe(Load.Root(text).Shape));

    [Fact]
    public void Reference_and_the_place_that_holds_it_agree_on_the_shape_wherever_the_loop_is_entered()
    {
        var schema = Load.Schema("""
            {
              "type": "object", "properties": { "b": { "$ref": "#/$defs/b" }, "a": { "$ref": "#/$defs/a" } },
              "$defs": {
                "a": { "type": "array", "items": { "$ref": "#/$defs/b" } },
                "b": { "type": "array", "items": { "$ref": "#/$defs/a" } }
              }
            }
            """);

        foreach (var property in schema.Types[0].Schema.Properties)
        {
            Assert.Equal(property.Schema.Ref!.Shape, property.Schema.Shape);
            Assert.Equal(property.Schema.Shape, schema.Types.Single(type => type.Schema.Pointer == property.Schema.Ref.Pointer).Schema.Shape);
        }
    }

    [Fact]
    public void Inline_object_and_enum_are_called_through_their_declaration()
    {
        var schema = Load.Schema("""{ "type": "object", "properties": { "o": { "type": "object", "properties": { "e": { "enum": ["a"] } } } } }""");
        var held = schema.Types[0].Schema.Properties[0].Schema;

        Assert.Equal("global::Root.ThingO", held.Declaration!.TypeName);
        Assert.Equal("global::Root.ThingOE", held.Properties[0].Schema.Declaration!.TypeName);
        Assert.Null(schema.Types[1].Schema.Declaration);
        Assert.Equal(held with { Declaration = null }, schema.Types[1].Schema);
    }

    [Fact]
    public void Alternatives_hold_checks_and_declare_nothing()
    {
        var schema = Load.Schema("""
            {
              "type": "object", "properties": { "a": true },
              "oneOf": [{ "type": "object", "properties": { "a": { "enum": ["x"] }, "b": { "type": "object", "properties": {} } } }],
              "not": { "enum": ["y"] }
            }
            """);

        Assert.Single(schema.Types);
        Assert.Equal(ShapeKind.Any, schema.Types[0].Schema.OneOf[0].Shape.Kind);
        Assert.Equal(ShapeKind.String, schema.Types[0].Schema.Not!.Shape.Kind);
    }

    [Fact]
    public void Very_deep_lists_end_in_any_value()
    {
        var text = string.Concat(Enumerable.Repeat("""{ "type": "array", "items": """, 30)) + "true" + new string('}', 30);

        var depth = 0;
        for (var shape = Load.Root(text).Shape; shape is not null; shape = shape.Element)
            depth++;
        Assert.InRange(depth, 1, 10);
    }

    private static string Describe(Shape shape) =>
        shape.Kind + (shape.Element is null ? "" : "<" + Describe(shape.Element) + ">") + (shape.Nullable ? "?" : "");
}
