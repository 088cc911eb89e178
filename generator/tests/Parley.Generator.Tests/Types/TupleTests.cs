using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Tuples: arrays with so many items, each with a schema of its own.</summary>
public sealed class TupleTests
{
    private const string Schema = """
        {
          "title": "Track", "type": "object", "required": ["start"],
          "properties": {
            "start": { "$ref": "#/$defs/point" },
            "end": { "$ref": "#/$defs/point" },
            "way": { "type": "array", "items": { "$ref": "#/$defs/point" } },
            "mark": {
              "type": ["array", "null"], "minItems": 3, "maxItems": 3,
              "prefixItems": [{ "type": ["string", "null"], "maxLength": 3 }, { "type": "object", "properties": { "a": { "type": "integer" } } }, true]
            }
          },
          "$defs": {
            "point": {
              "type": "array", "items": false, "minItems": 2,
              "prefixItems": [{ "title": "Name", "type": "string" }, { "title": "Place", "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "integer" }], "minItems": 2, "items": false }]
            }
          }
        }
        """;

    private static readonly InputFile Track = new("track.schema.json", Schema);

    [Theory]
    [InlineData("""{"start":["a",[1,2]]}""")]
    [InlineData("""{"start":["a",[1,2]],"end":["b",[-1,0]],"way":[["c",[3,4]],["d",[5,6]]],"mark":null}""")]
    [InlineData("""{"start":["a",[1,2]],"mark":[null,{"a":1,"own":2},{"any":[1.0]}]}""")]
    [InlineData("""{"start":["a",[1,2]],"mark":["xyz",{},null]}""")]
    public void Every_item_is_read_and_written_again(string json)
    {
        var type = LiveType.Of("Track", Track);

        type.Accepts(json);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(type.Writes(json))));
    }

    [Theory]
    [InlineData("""{"start":["a"]}""", "/start", "minItems")]
    [InlineData("""{"start":[]}""", "/start", "minItems")]
    [InlineData("""{"start":["a",[1,2],3]}""", "/start/2", "false")]
    [InlineData("""{"start":["a",[1,"2"]]}""", "/start/1/1", "type")]
    [InlineData("""{"start":["a",[1,12345678901234567890]]}""", "/start/1/1", "type")]
    [InlineData("""{"start":{}}""", "/start", "type")]
    [InlineData("""{"start":null}""", "/start", "type")]
    [InlineData("""{"start":["a",[1,2]],"mark":["long",{},1]}""", "/mark/0", "maxLength")]
    [InlineData("""{"start":["a",[1,2]],"mark":["a",{},1,2]}""", "/mark", "maxItems")]
    [InlineData("""{"start":["a",[1,2]],"mark":["a",{"a":"1"},1]}""", "/mark/1/a", "type")]
    public void What_an_item_may_not_be_is_refused_where_it_stands(string json, string place, string keyword)
    {
        var error = LiveType.Of("Track", Track).Refuses(json)[0];

        Assert.Equal((place, keyword), (error.InstanceLocation, error.Keyword));
    }

    [Fact]
    public void An_application_takes_tuples_apart_and_makes_them()
    {
        const string Program = """
            namespace Sample;

            internal static class Program
            {
                public static string Run()
                {
                    var track = new Track { Start = ("a", (1, 2)), Mark = ("m", new TrackMarkItem2 { A = 7 }, default) };
                    var (name, (x, y)) = track.Start;
                    return name + x + y + track.Start.Name + track.Start.Place.Item2 + track.Mark.Value!.Value.Item2.A + (track == track with { Start = ("a", (1, 2)) }) + (track.End is null);
                }
            }
            """;

        var assembly = GeneratorRun.Of([Track], new RunOptions { Sources = [Program] }).Load();

        Assert.Equal("a12a27TrueTrue", assembly.GetType("Sample.Program")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Theory]
    [InlineData("""{ "uniqueItems": true, """, """["a",1]""", """["a","a"]""")]
    [InlineData("""{ "contains": { "const": 1 }, """, """["a",1]""", """["a",2]""")]
    [InlineData("""{ "enum": [["a", 1]], """, """["a",1]""", """["a",2]""")]
    [InlineData("""{ "allOf": [{ "prefixItems": [{ "minLength": 1 }] }], """, """["a",2]""", """["",2]""")]
    public void Other_rules_of_the_array_are_kept(string rule, string accepted, string refused)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", rule + """ "type": "array", "prefixItems": [{ "type": "string" }, true], "minItems": 2, "items": false }"""));

        type.Accepts(accepted);
        type.Refuses(refused);
    }

    [Theory]
    [InlineData("Item2", "Rest")]
    [InlineData("Same", "Same")]
    [InlineData("ToString", "CompareTo")]
    [InlineData("Some prose", "Name")]
    [InlineData("Item", "Item1")]
    public void Titles_that_are_no_names_of_items_are_none(string first, string second) => LiveType.Of("A", new InputFile("a.schema.json", $$"""
        { "type": "array", "prefixItems": [{ "title": "{{first}}", "type": "string" }, { "title": "{{second}}", "type": "string" }], "minItems": 2, "items": false }
        """)).Accepts("""["a","b"]""");

    [Theory]
    [InlineData("""[[1,null],"x",[null]]""")]
    [InlineData("""[[null,2],null,null]""")]
    [InlineData("""[null,"x",[]]""")]
    public void Several_items_may_be_null(string json)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "type": "object", "required": ["t"],
              "properties": {
                "t": {
                  "type": "array", "minItems": 3, "items": false,
                  "prefixItems": [
                    { "type": ["array", "null"], "minItems": 2, "items": false, "prefixItems": [{ "type": ["integer", "null"] }, { "type": ["integer", "null"] }] },
                    { "enum": ["x", null] },
                    { "type": ["array", "null"], "items": { "type": ["string", "null"] } }
                  ]
                }
              }
            }
            """));

        type.Accepts($$"""{"t":{{json}}}""");
        Assert.Equal($$"""{"t":{{json}}}""", type.Writes($$"""{"t":{{json}}}"""));
    }

    [Fact]
    public void Tuple_that_holds_itself_is_a_list_of_any_values()
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """{ "type": "array", "prefixItems": [true, { "anyOf": [{ "$ref": "#" }, { "type": "null" }] }, { "$ref": "#/$defs/l" }], "minItems": 3, "items": false, "$defs": { "l": { "type": "array", "items": { "$ref": "#" } } } }"""));

        Assert.IsType<ValueList<JsonValue>>(type.Accepts("[1,[2,null,[]],[]]"));
        type.Refuses("[1,[2,null],[]]");
    }
}
