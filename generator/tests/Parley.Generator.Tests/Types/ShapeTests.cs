using System.Globalization;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

public sealed class ShapeTests
{
    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void A_record_may_have_more_members_than_a_word_has_bits(int count)
    {
        var names = Enumerable.Range(0, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"m{i}")).ToArray();
        var type = LiveType.Of("Wide", new InputFile("wide.schema.json", $$"""
            {
              "type": "object",
              "properties": { {{string.Join(", ", names.Select(static name => $"\"{name}\": {{ \"type\": \"integer\" }}"))}} },
              "required": [{{string.Join(", ", names.Skip(1).Select(static name => $"\"{name}\""))}}]
            }
            """));
        string Object(IEnumerable<string> members) => $"{{{string.Join(",", members.Select(static name => $"\"{name}\":1"))}}}";

        type.Accepts(Object(names));
        Assert.Null(LiveType.Get(type.Accepts(Object(names.Skip(1))), "M0"));
        Assert.Equal("required", Assert.Single(type.Refuses(Object(names.SkipLast(1)))).Keyword);
        Assert.Equal("duplicate", Assert.Single(type.Refuses(Object([.. names, names[^1]]))).Keyword);
    }

    [Fact]
    public void Constants_are_properties_that_are_always_written()
    {
        var type = LiveType.Of("Fixed", new InputFile("fixed.schema.json", """
            {
              "type": "object", "required": ["s", "i", "n", "b"], "additionalProperties": false,
              "properties": { "s": { "const": "a\"b" }, "i": { "const": 5 }, "n": { "const": 1.50 }, "b": { "const": true }, "o": { "const": "optional" } }
            }
            """));
        const string Text = """{"s":"a\"b","i":5,"n":1.50,"b":true}""";

        var value = type.Accepts(Text);
        Assert.Equal("a\"b", LiveType.Get(value, "S"));
        Assert.Equal(5L, LiveType.Get(value, "I"));
        Assert.Equal(JsonNumber.Parse("1.5"), LiveType.Get(value, "N"));
        Assert.Equal(true, LiveType.Get(value, "B"));
        Assert.Null(LiveType.Get(value, "O"));
        Assert.Equal("""{"s":"a\u0022b","i":5,"n":1.50,"b":true}""", type.Writes(Text));
    }

    [Fact]
    public void Lists_and_maps_nest()
    {
        var type = LiveType.Of("Nested", new InputFile("nested.schema.json", """
            {
              "type": "object",
              "properties": {
                "matrix": { "type": "array", "items": { "type": "array", "items": { "type": ["integer", "null"] } } },
                "byName": { "type": "object", "additionalProperties": { "type": "array", "items": { "enum": ["a", "b"] } } },
                "things": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "number" } }, "required": ["x"] } },
                "anything": { "type": "array" },
                "free": { "type": ["object", "null"] }
              }
            }
            """));
        const string Text = """{"matrix":[[1,null],[]],"byName":{"z":["a"],"y":[]},"things":[{"x":1.5,"extra":[1]}],"anything":[1,"a",{}],"free":null}""";

        Assert.Equal(Text, type.Writes(Text));
        type.Accepts(Text);
        type.Refuses("""{"byName":{"z":["c"]}}""");
        type.Refuses("""{"things":[{}]}""");
        Assert.Equal("{}", type.Writes("{}"));
    }

    [Fact]
    public void Records_are_equal_by_value()
    {
        var type = LiveType.Of("Pair", new InputFile("pair.schema.json", """{ "type": "object", "properties": { "l": { "type": "array", "items": { "type": "string" } }, "a": true } }"""));

        Assert.Equal(type.Accepts("""{"l":["x"],"a":{"p":1,"q":2},"z":[1]}"""), type.Accepts("""{"z":[1.0],"a":{"q":2,"p":1},"l":["\u0078"]}"""));
        Assert.NotEqual(type.Accepts("""{"l":["x"]}"""), type.Accepts("""{"l":["y"]}"""));
    }

    [Fact]
    public void Schemas_that_refer_to_each_other_are_types_that_do()
    {
        var run = GeneratorRun.Of(
            new InputFile("tree/node.schema.json", """{ "type": "object", "properties": { "children": { "type": "array", "items": { "$ref": "node.schema.json" } }, "leaf": { "$ref": "../leaf.schema.json" } } }"""),
            new InputFile("leaf.schema.json", """{ "type": "object", "properties": { "parent": { "$ref": "tree/node.schema.json" }, "name": { "$ref": "#/$defs/name" } }, "$defs": { "name": { "type": "string", "maxLength": 3 } } }"""));
        var type = LiveType.Of(run.Load(), "Tree.Node");

        type.Accepts("""{"children":[{"children":[]},{"leaf":{"name":"abc","parent":{}}}]}""");
        var error = Assert.Single(type.Refuses("""{"children":[{},{"leaf":{"name":"abcd"}}]}"""));
        Assert.Equal("/children/1/leaf/name", error.InstanceLocation);
        Assert.Equal("/properties/children/items/$ref/properties/leaf/$ref/properties/name/$ref/maxLength", error.KeywordLocation);
        Assert.Equal("leaf.schema.json#/$defs/name/maxLength", error.AbsoluteKeywordLocation);
    }

    [Fact]
    public void A_record_that_may_be_null_is_read_as_null()
    {
        var type = LiveType.Of("Maybe", new InputFile("maybe.schema.json", """{ "type": ["object", "null"], "properties": { "self": { "$ref": "#" }, "x": { "type": "integer" } }, "required": ["self"] }"""));

        Assert.Null(type.Accepts("null"));
        type.Accepts("""{"self":{"self":null,"x":1}}""");
        type.Refuses("""{"self":1}""");
    }
}
