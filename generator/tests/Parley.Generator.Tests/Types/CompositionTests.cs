using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Objects that are composed with <c>allOf</c> and references: one record with the properties of all parts.</summary>
public sealed class CompositionTests
{
    private const string Base = """
        {
          "title": "Base", "type": "object", "required": ["id"],
          "properties": { "id": { "type": "string" }, "count": { "type": "integer" }, "note": { "type": ["string", "null"] } }
        }
        """;

    private const string Whole = """
        {
          "title": "Whole",
          "allOf": [
            { "$ref": "base.schema.json" },
            {
              "type": "object", "required": ["place", "count"],
              "properties": { "place": { "type": "object", "properties": { "x": { "type": "integer" } } }, "state": { "type": "string", "enum": ["open", "shut"] }, "kind": { "const": "whole" } }
            }
          ]
        }
        """;

    private static readonly InputFile[] Files = [new("base.schema.json", Base), new("whole.schema.json", Whole)];

    [Theory]
    [InlineData("""{"id":"a","count":1,"place":{}}""")]
    [InlineData("""{"id":"a","count":1,"note":null,"place":{"x":1,"own":[1]},"state":"shut","kind":"whole"}""")]
    [InlineData("""{"unknown":{"a":[null]},"id":"a","more":1.50,"count":1,"place":{}}""")]
    public void Whole_is_read_and_written_again_with_the_members_that_no_part_declares(string json)
    {
        var type = LiveType.Of("Whole", Files);

        type.Accepts(json);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(type.Writes(json))));
    }

    [Theory]
    [InlineData("""{"count":1,"place":{}}""", "", "required")]
    [InlineData("""{"id":"a","place":{}}""", "", "required")]
    [InlineData("""{"id":7,"count":1,"place":{}}""", "/id", "type")]
    [InlineData("""{"id":"a","count":1,"place":{"x":"1"}}""", "/place/x", "type")]
    [InlineData("""{"id":"a","count":1,"place":{},"state":"ajar"}""", "/state", "enum")]
    [InlineData("""{"id":"a","count":1,"place":{},"kind":"half"}""", "/kind", "const")]
    [InlineData("""{"id":"a","count":1,"place":{"x":12345678901234567890}}""", "/place/x", "type")]
    public void Rules_of_every_part_are_checked(string json, string place, string keyword)
    {
        var error = Assert.Single(LiveType.Of("Whole", Files).Refuses(json));

        Assert.Equal((place, keyword), (error.InstanceLocation, error.Keyword));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":"a","id":"a","count":1,"place":{}}""")]
    [InlineData("""{"id":"a","count":1,"place":{},"more":1,"more":1}""")]
    public void What_is_no_object_or_names_a_member_twice_is_refused(string json) => LiveType.Of("Whole", Files).Refuses(json);

    [Fact]
    public void An_application_uses_the_properties_of_all_parts()
    {
        const string Program = """
            namespace Sample;

            internal static class Program
            {
                public static string Run()
                {
                    var whole = new Whole { Id = "a", Count = 2, Place = new WholePlace { X = 3 }, State = WholeState.Open };
                    return whole.Id + whole.Count + whole.Place.X + whole.State + whole.AdditionalMembers.Count + new Base { Id = "b" }.Note.IsPresent;
                }
            }
            """;

        var assembly = GeneratorRun.Of(Files, new RunOptions { Sources = [Program] }).Load();

        Assert.Equal("a23Open0False", assembly.GetType("Sample.Program")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void Whole_of_wholes_and_properties_beside_a_reference_are_composed_too()
    {
        var type = LiveType.Of("Third", [.. Files, new InputFile("third.schema.json", """{ "$ref": "whole.schema.json", "required": ["own", "note"], "properties": { "own": { "type": "boolean" } } }""")]);

        var value = type.Accepts("""{"id":"a","count":1,"note":null,"place":{"x":4},"own":true,"rest":0}""");

        Assert.Equal((true, "a", 1L, 4L), (LiveType.Get(value, "Own"), LiveType.Get(value, "Id"), LiveType.Get(value, "Count"), LiveType.Get(LiveType.Get(value, "Place"), "X")));
        Assert.Equal("required", Assert.Single(type.Refuses("""{"id":"a","count":1,"place":{},"own":true}""")).Keyword);
        type.Refuses("""{"id":"a","count":12345678901234567890,"note":null,"place":{},"own":true}""");
    }

    [Fact]
    public void Closed_part_still_refuses_what_it_does_not_know()
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            { "allOf": [{ "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": false }, { "properties": { "b": true } }] }
            """));

        type.Accepts("""{"a":"x"}""");
        Assert.Equal("additionalProperties", Assert.Single(type.Refuses("""{"a":"x","b":1}""")).Keyword);
    }

    [Fact]
    public void Property_on_which_parts_do_not_agree_is_any_value()
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            { "allOf": [{ "type": "object", "properties": { "n": { "type": "integer" } } }, { "properties": { "n": { "type": "number" } } }] }
            """));

        Assert.Equal("12345678901234567890", LiveType.Get(type.Accepts("""{"n":12345678901234567890}"""), "N")!.ToString());
        type.Refuses("""{"n":1.5}""");
    }

    [Fact]
    public void Tree_may_be_composed_of_itself_below_a_property()
    {
        var type = LiveType.Of("Tree", new InputFile("tree.schema.json", """
            { "allOf": [{ "type": "object", "properties": { "left": { "$ref": "#" }, "children": { "type": "array", "items": { "$ref": "#" } } } }, { "required": ["children"] }] }
            """));

        var value = type.Accepts("""{"children":[{"children":[]}],"left":{"children":[],"leaf":true}}""");

        Assert.Equal(type.Type, LiveType.Get(value, "Left")!.GetType());
        type.Refuses("""{"children":[{}]}""");
    }

    [Fact]
    public void Alternatives_that_are_composed_are_told_apart_by_the_constant_of_any_part()
    {
        var type = LiveType.Of("Pet", new InputFile("pet.schema.json", """
            {
              "oneOf": [{ "$ref": "#/$defs/cat" }, { "$ref": "#/$defs/dog" }],
              "$defs": {
                "named": { "type": "object", "required": ["kind", "name"], "properties": { "kind": { "type": "string" }, "name": { "type": "string" } } },
                "cat": { "allOf": [{ "$ref": "#/$defs/named" }, { "properties": { "kind": { "const": "cat" }, "lives": { "type": "integer" } } }] },
                "dog": { "$ref": "#/$defs/named", "properties": { "kind": { "const": "dog" } } }
              }
            }
            """));

        Assert.Equal(9L, LiveType.Get(LiveType.Get(type.Accepts("""{"kind":"cat","name":"Tom","lives":9}"""), "Value"), "Lives"));
        Assert.Equal("/lives", Assert.Single(type.Refuses("""{"kind":"cat","name":"Tom","lives":"9"}""")).InstanceLocation);
        type.Refuses("""{"kind":"cow","name":"Tom"}""");
    }

    [Fact]
    public void Hostile_names_stay_names()
    {
        const string Schema = """
            {
              "allOf": [
                { "type": "object", "required": ["class", "reader"], "properties": { "class": { "type": "string" }, "reader": { "type": "integer" }, "AdditionalMembers": { "type": "boolean" }, "a-b": { "type": "object", "properties": { "\"\n": true } } } },
                { "properties": { "aB": { "type": "integer" }, "a": { "type": "string" }, "A": { "type": "integer" }, "additional": { "type": "number" } } }
              ]
            }
            """;
        const string Json = """{"class":"x","reader":1,"AdditionalMembers":true,"a-b":{"\"\n":1},"aB":2,"a":"b","A":3,"additional":1.5,"value":{}}""";
        var type = LiveType.Of("A", new InputFile("a.schema.json", Schema));

        type.Accepts(Json);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Json), JsonElement.Parse(type.Writes(Json))));
    }
}
