using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Schemas that others extend through <c>$dynamicRef</c>.</summary>
public sealed class DynamicReferenceTests
{
    private static readonly InputFile Tree = new("tree.schema.json", """
        {
          "$id": "https://example.org/tree", "$dynamicAnchor": "node", "type": "object",
          "properties": { "data": { "type": "integer" }, "children": { "type": "array", "items": { "$dynamicRef": "#node" } } }
        }
        """);

    private static readonly InputFile NamedTree = new("named-tree.schema.json", """
        {
          "$id": "https://example.org/named-tree", "$dynamicAnchor": "node", "type": "object", "$ref": "tree",
          "properties": { "name": { "type": "string" } }, "required": ["name"], "unevaluatedProperties": false
        }
        """);

    [Fact]
    public void Extension_reaches_every_level()
    {
        var type = LiveType.Of("NamedTree", Tree, NamedTree);

        type.Accepts("""{"name":"a","data":1,"children":[{"name":"b","children":[]}]}""");
        type.Refuses("""{"name":"a","children":[{"name":"b","children":[{"data":1}]}]}""");
        type.Refuses("""{"name":"a","children":[{"name":"b","dta":1}]}""");
    }

    [Fact]
    public void Schema_that_is_extended_keeps_its_meaning() => LiveType.Of("Tree", Tree, NamedTree).Accepts("""{"data":1,"children":[{"other":1}]}""");

    [Fact]
    public void Children_of_the_extension_are_of_its_own_type()
    {
        var type = LiveType.Of("NamedTree", Tree, NamedTree);

        var value = type.Accepts("""{"name":"a","children":[{"name":"b"}]}""");
        var child = Assert.Single(((System.Collections.IEnumerable)LiveType.Get(value, "Children")!).Cast<object>());

        Assert.Equal((type.Type, "b"), (child.GetType(), LiveType.Get(child, "Name")));
    }

    [Fact]
    public void Meta_schema_judges_schemas()
    {
        var type = LiveType.Of("Holder", new InputFile("holder.schema.json", """{ "$ref": "https://json-schema.org/draft/2020-12/schema" }"""));

        type.Accepts("""{"type":"object","properties":{"a":{"minLength":1}}}""");
        type.Refuses("""{"type":"object","properties":{"a":{"minLength":-1}}}""");
        type.Refuses("""{"not":{"$defs":{"x":{"allOf":[]}}}}""");
    }
}
