using Parley.Schema.Model;

namespace Parley.Schema.Tests.Linking;

public sealed class KeywordValueTests
{
    [Fact]
    public void Every_keyword_reaches_its_property_of_the_node()
    {
        var node = Load.Root("""
            {
              "type": ["object", "null"], "const": { "a" : 1.0 }, "enum": [ {"a":1.0}, "x" ], "minLength": 1, "maxLength": 2.0, "pattern": "^a$", "format": "email",
              "minimum": -1.50, "maximum": 1e400, "exclusiveMinimum": 0, "exclusiveMaximum": 9007199254740993, "multipleOf": 0.01,
              "items": { "type": "string" }, "prefixItems": [{}, true], "contains": { "minLength": 7 }, "minContains": 2, "maxContains": 8, "minItems": 3, "maxItems": 4, "uniqueItems": true,
              "properties": { "b": true, "a": false }, "required": ["a", "c"], "patternProperties": { "^x": { "minLength": 4 } }, "additionalProperties": false, "propertyNames": { "maxLength": 9 },
              "minProperties": 5, "maxProperties": 6, "dependentRequired": { "a": ["b"] }, "dependentSchemas": { "d": true },
              "allOf": [true], "anyOf": [{}, { "minimum": 1 }], "oneOf": [false], "not": { "const": null }, "if": { "const": 1 }, "then": true, "else": false,
              "unevaluatedItems": { "minLength": 3 }, "unevaluatedProperties": { "minLength": 5 },
              "title": "a title", "description": "d", "deprecated": true, "$ref": "#/$defs/x", "$dynamicRef": "#y", "$defs": { "x": true, "y": { "$dynamicAnchor": "y" } }
            }
            """);

        Assert.Equal(JsonTypes.Object | JsonTypes.Null, node.Types);
        Assert.Equal("""{"a":1.0}""", node.Const);
        Assert.Equal(["""{"a":1.0}""", "\"x\""], node.Enum!.Value);
        Assert.Equal((1L, 2L, "^a$", "email"), (node.MinLength, node.MaxLength, node.Pattern, node.Format));
        Assert.Equal(("-1.50", "1e400", "0", "9007199254740993", "0.01"), (node.Minimum, node.Maximum, node.ExclusiveMinimum, node.ExclusiveMaximum, node.MultipleOf));
        Assert.Equal((JsonTypes.String, 3L, 4L, true), (node.Items!.Types, node.MinItems, node.MaxItems, node.UniqueItems));
        Assert.Equal([("b", "B", false, true), ("a", "A", true, false)], node.Properties.Select(p => (p.Name, p.Identifier, p.Required, p.Schema.Boolean!.Value)));
        Assert.Equal(["a", "c"], node.Required);
        Assert.Equal((false, 9L), (node.AdditionalProperties!.Boolean, node.PropertyNames!.MaxLength));
        Assert.Equal((2, "#/prefixItems/1", 7L, 2L, 8L), (node.PrefixItems.Count, node.PrefixItems[1].Pointer, node.Contains!.MinLength, node.MinContains, node.MaxContains));
        Assert.Equal(("^x", 4L), (Assert.Single(node.PatternProperties).Name, node.PatternProperties[0].Schema.MinLength));
        Assert.Equal(("d", true), (Assert.Single(node.DependentSchemas).Name, node.DependentSchemas[0].Schema.Boolean));
        Assert.Equal((5L, 6L), (node.MinProperties, node.MaxProperties));
        Assert.Equal(new DependentRequired("a", new EquatableArray<string>(["b"])), Assert.Single(node.DependentRequired));
        Assert.Equal(("#/allOf/0", "#/anyOf/1", "#/oneOf/0"), (node.AllOf[0].Pointer, node.AnyOf[1].Pointer, node.OneOf[0].Pointer));
        Assert.Equal(("null", "1", true, false), (node.Not!.Const, node.If!.Const, node.Then!.Boolean, node.Else!.Boolean));
        Assert.Equal(("a title", "d", true), (node.Title, node.Description, node.Deprecated));
        Assert.Equal(("global::Root.ThingX", "#/$defs/x"), (node.Ref!.TypeName, node.Ref.Pointer));
        Assert.Equal(("global::Root.ThingY", "#/$defs/y"), (node.DynamicRef!.TypeName, node.DynamicRef.Pointer));
        Assert.Equal((3L, int.MaxValue), (node.UnevaluatedItems!.MinLength, node.EvaluatedItems));
        Assert.Equal((5L, true), (node.UnevaluatedProperties!.MinLength, node.EvaluatedMembers!.All));
        Assert.All(typeof(SchemaNode).GetProperties().Where(p => p.Name is not ("Boolean" or "Declaration" or "AssertedFormat" or "Union" or "OneBesideNull" or "NullOr")), p => Assert.NotNull(p.GetValue(node)));
    }
}
