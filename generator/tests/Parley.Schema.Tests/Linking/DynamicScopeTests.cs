using Parley.Schema.Linking;

namespace Parley.Schema.Tests.Linking;

public sealed class DynamicScopeTests
{
    private const string Tree = """
        {
          "$id": "https://example.org/tree", "$dynamicAnchor": "node", "type": "object",
          "properties": { "children": { "type": "array", "items": { "$dynamicRef": "#node" } } }
        }
        """;

    private const string StrictTree = """{ "$id": "https://example.org/strict-tree", "$dynamicAnchor": "node", "$ref": "tree", "unevaluatedProperties": false }""";

    [Fact]
    public void Schema_on_its_own_refers_to_itself()
    {
        var tree = Assert.Single(Load.Clean(Load.Files(("tree.schema.json", Tree))).Schemas);

        Assert.Equal("global::Root.Tree", Assert.Single(tree.Types).Schema.Properties[0].Schema.Items!.DynamicRef!.TypeName);
    }

    [Fact]
    public void Schema_that_extends_another_gets_a_variant_of_it_that_refers_back()
    {
        var result = Load.Clean(Load.Files(("strict-tree.schema.json", StrictTree), ("tree.schema.json", Tree)));

        var (strict, tree) = (result.Schemas[0], result.Schemas[1]);
        Assert.Equal(["Tree", "TreeWithStrictTree"], tree.Types.Select(type => type.Name));
        Assert.Equal("global::Root.TreeWithStrictTree", strict.Types[0].Schema.Ref!.TypeName);
        Assert.Equal(
            ["global::Root.Tree", "global::Root.StrictTree"],
            tree.Types.Select(type => type.Schema.Properties[0].Schema.Items!.DynamicRef!.TypeName));
    }

    [Fact]
    public void Outermost_resource_decides()
    {
        var result = Load.Clean(Load.Files(
            ("outer.schema.json", """{ "$id": "https://example.org/outer", "$dynamicAnchor": "node", "$ref": "strict-tree" }"""), ("strict-tree.schema.json", StrictTree), ("tree.schema.json", Tree)));

        Assert.Equal(["Tree", "TreeWithOuter", "TreeWithStrictTree"], Names(result, 2).Order(StringComparer.Ordinal));
        Assert.Equal(["StrictTree", "StrictTreeWithOuter"], Names(result, 1));
    }

    [Fact]
    public void Schema_below_which_nothing_depends_on_the_scope_has_no_variant()
    {
        var result = Load.Clean(Load.Files(
            ("plain.schema.json", """{ "$id": "https://example.org/plain", "$dynamicAnchor": "node", "type": "string" }"""),
            ("strict-tree.schema.json", """{ "$id": "https://example.org/strict-tree", "$dynamicAnchor": "node", "allOf": [{ "$ref": "tree" }, { "$ref": "plain" }] }"""),
            ("tree.schema.json", Tree)));

        Assert.Equal(["Plain"], Names(result, 0));
        Assert.Equal(["Tree", "TreeWithStrictTree"], Names(result, 2));
    }

    [Theory]
    [InlineData("""{ "$dynamicRef": "#/$defs/x", "$defs": { "x": { "$dynamicAnchor": "y" } } }""", "#/$defs/x")]
    [InlineData("""{ "$dynamicRef": "#y", "$defs": { "x": { "$anchor": "y" } } }""", "#/$defs/x")]
    [InlineData("""{ "$dynamicRef": "#y", "$defs": { "x": { "$dynamicAnchor": "y" } } }""", "#/$defs/x")]
    public void Reference_that_no_scope_can_change_is_like_any_other(string text, string pointer) => Assert.Equal(pointer, Load.Root(text).DynamicRef!.Pointer);

    [Theory]
    [InlineData("""{ "$dynamicRef": "#" }""", "a.schema.json(1,18) PAR2005")]
    [InlineData("""{ "$dynamicAnchor": "x", "allOf": [{ "$dynamicRef": "#x" }] }""", "a.schema.json(1,53) PAR2005")]
    [InlineData("""{ "$dynamicRef": "#x" }""", "a.schema.json(1,18) PAR2003")]
    [InlineData("""{ "$dynamicRef": 1 }""", "a.schema.json(1,18) PAR1004")]
    [InlineData("""{ "$dynamicAnchor": "1" }""", "a.schema.json(1,21) PAR1004")]
    public void Fault_is_reported_at_its_place(string text, string expected) => Load.Expect(Load.Files(("a.schema.json", text)), expected);

    // On its own the base refers to its empty definition; through the extension it comes back to that, on the same value.
    [Fact]
    public void Loop_that_only_a_dynamic_scope_closes_is_found() =>
        Load.Expect(
            Load.Files(
                ("base.schema.json", """{ "$id": "https://example.org/base", "allOf": [{ "$dynamicRef": "#x" }], "$defs": { "x": { "$dynamicAnchor": "x" } } }"""),
                ("extension.schema.json", """{ "$id": "https://example.org/extension", "$dynamicAnchor": "x", "$ref": "base" }""")),
            "base.schema.json(1,65) PAR2005");

    [Fact]
    public void Schemas_and_their_variants_do_not_depend_on_the_order_of_the_files() =>
        Assert.Equal(
            Load.Files(("strict-tree.schema.json", StrictTree), ("tree.schema.json", Tree)), Load.Files(("tree.schema.json", Tree), ("strict-tree.schema.json", StrictTree)));

    private static IEnumerable<string> Names(LinkResult result, int schema) => result.Schemas[schema].Types.Select(static type => type.Name);
}
