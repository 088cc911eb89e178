using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Discriminated unions: <c>oneOf</c> of objects that a member's constant tells apart.</summary>
public sealed class UnionTests
{
    private const string Pets = """
        {
          "$defs": {
            "pet": {
              "description": "Someone who lives here.",
              "oneOf": [
                { "$ref": "#/$defs/cat", "description": "Purrs." },
                { "title": "Dog", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "dog" }, "tricks": { "type": "array", "items": { "type": "string" } } } },
                { "type": "null" }
              ]
            },
            "cat": { "type": "object", "required": ["kind", "lives"], "properties": { "kind": { "const": "cat" }, "lives": { "type": "integer", "minimum": 1 } }, "additionalProperties": false }
          },
          "title": "Home", "type": "object", "required": ["pets"],
          "properties": { "pets": { "type": "array", "items": { "$ref": "#/$defs/pet" } }, "first": { "oneOf": [{ "$ref": "#/$defs/cat" }, { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "fish" } } }] } }
        }
        """;

    private static readonly InputFile Home = new("home.schema.json", Pets);

    [Theory]
    [InlineData("""{ "pets": [] }""")]
    [InlineData("""{ "pets": [{ "kind": "cat", "lives": 9 }, { "tricks": ["roll"], "kind": "dog", "own": { "a": 1 } }, null] }""")]
    [InlineData("""{ "pets": [], "first": { "kind": "fish" } }""")]
    [InlineData("""{ "pets": [{ "kind": "c\u0061t", "lives": 1 }] }""")]
    public void Every_alternative_is_read_and_written_again(string json) => LiveType.Of("Home", Home).Accepts(json);

    [Theory]
    [InlineData("""{ "pets": [{ "kind": "cat" }] }""", "/pets/0", "/properties/pets/items/$ref/oneOf/0/$ref/required", "must have the member \"lives\"")]
    [InlineData("""{ "pets": [{ "kind": "dog", "tricks": [1] }] }""", "/pets/0/tricks/0", "/properties/pets/items/$ref/oneOf/1/properties/tricks/items/type", "must be a string")]
    [InlineData("""{ "pets": [{ "kind": "cow", "lives": 1 }] }""", "/pets/0/kind", "/properties/pets/items/$ref/oneOf", "must be one of \"cat\", \"dog\"")]
    [InlineData("""{ "pets": [{ "lives": 1 }] }""", "/pets/0", "/properties/pets/items/$ref/oneOf", "must be an object with the member \"kind\"")]
    [InlineData("""{ "pets": [7] }""", "/pets/0", "/properties/pets/items/$ref/oneOf", "must be an object with the member \"kind\"")]
    [InlineData("""{ "pets": [], "first": null }""", "/first", "/properties/first/oneOf", "must be an object with the member \"kind\"")]
    public void Only_the_chosen_alternative_speaks(string json, string place, string keyword, string message)
    {
        var error = Assert.Single(LiveType.Of("Home", Home).Refuses(json));

        Assert.Equal((place, keyword, message), (error.InstanceLocation, error.KeywordLocation, error.Message));
    }

    [Theory]
    [InlineData("""{ "pets": [{ "kind": "dog", "kind": "dog" }] }""")]
    [InlineData("""{ "pets": [{ "kind": "dog", "kind": "cat" }] }""")]
    [InlineData("""{ "pets": [{ "kind": "cat", "lives": 1, "more": 1 }] }""")]
    public void What_the_alternative_refuses_the_union_refuses(string json) => LiveType.Of("Home", Home).Refuses(json);

    [Fact]
    public void An_application_matches_switches_and_makes_unions()
    {
        const string Program = """
            namespace Sample;

            internal static class Program
            {
                public static string Run()
                {
                    HomePet[] pets = [new HomeCat { Lives = 9 }, new Dog()];
                    var names = "";
                    foreach (var pet in pets)
                    {
                        names += pet.Match(cat => "cat " + cat.Lives, dog => dog.Kind);
                        names += pet.Value switch { HomeCat cat => 1, Dog => 2, _ => 3 };
                        pet.Switch(_ => names += "!", _ => names += "?");
                    }

                    return names + (pets[0] == new HomeCat { Lives = 9 }) + (pets[0] == pets[1]);
                }
            }
            """;

        var assembly = GeneratorRun.Of([Home], new RunOptions { Sources = [Program] }).Load();

        Assert.Equal("cat 91!dog2?TrueFalse", assembly.GetType("Sample.Program")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void A_union_beside_other_rules_keeps_them()
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "maxProperties": 2,
              "anyOf": [
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" } } },
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "y" }, "n": { "type": "integer" } } }
              ]
            }
            """));

        type.Accepts("""{ "t": "y", "n": 1 }""");
        type.Refuses("""{ "t": "y", "n": "1" }""");
        type.Refuses("""{ "t": "x", "a": 1, "b": 2 }""");
    }

    [Fact]
    public void A_union_beside_a_constant_object_keeps_its_value() => LiveType.Of("A", new InputFile("a.schema.json", """
        {
          "not": { "const": { "t": "x" } },
          "oneOf": [
            { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" } } },
            { "type": "object", "required": ["t"], "properties": { "t": { "const": "y" } } }
          ]
        }
        """)).Accepts("""{ "t": "y" }""");

    [Theory]
    [InlineData("""{ "t": "x", "n": "1" }""", "/n", "/oneOf/0/properties/n/type", "must be an integer")]
    [InlineData("""{ "t": "x", "n": 1e30 }""", "/n", "/oneOf/0/properties/n/type", "must be an integer that fits 64 bits")]
    [InlineData("""{ "t": "y", "n": 1 }""", "/n", "/unevaluatedProperties", "is not a member that the schema knows")]
    [InlineData("""{ "t": "z" }""", "/t", "/oneOf", "must be one of \"x\", \"y\"")]
    public void Only_the_chosen_alternative_speaks_and_counts_as_evaluated(string json, string place, string keyword, string message)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "unevaluatedProperties": false,
              "oneOf": [
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" }, "n": { "type": "integer" } } },
                { "$ref": "#/$defs/y" }
              ],
              "$defs": { "y": { "type": "object", "required": ["t"], "properties": { "t": { "const": "y" } } } }
            }
            """));

        type.Accepts("""{ "t": "x", "n": 1 }""");
        type.Accepts("""{ "t": "y" }""");
        var error = Assert.Single(type.Refuses(json));
        Assert.Equal((place, keyword, message), (error.InstanceLocation, error.KeywordLocation, error.Message));
    }

    [Theory]
    [InlineData("Value")]
    [InlineData("Match")]
    [InlineData("Switch")]
    public void A_union_may_be_called_like_its_own_members(string title) => LiveType.Of(title, new InputFile("a.schema.json", $$"""
        {
          "title": "{{title}}",
          "oneOf": [
            { "type": "object", "required": ["t"], "properties": { "t": { "const": "class" } } },
            { "type": "object", "required": ["t"], "properties": { "t": { "const": "\"\n" } } }
          ]
        }
        """)).Accepts("""{ "t": "class" }""");

    [Theory]
    [InlineData("""{ "const": "x" }, { "const": "x" }""")]
    [InlineData("""{ "const": "x" }, { "type": "string" }""")]
    public void Alternatives_that_no_constant_tells_apart_are_any_value(string members)
    {
        var parts = members.Split("}, {");
        var type = LiveType.Of("A", new InputFile("a.schema.json", $$"""
            {
              "oneOf": [
                { "type": "object", "required": ["t", "a"], "properties": { "t": {{parts[0]}} } } },
                { "type": "object", "required": ["t", "b"], "properties": { "t": { {{parts[1]}} } }
              ]
            }
            """));

        Assert.IsType<JsonValue>(type.Accepts("""{ "t": "x", "b": 1 }"""));
    }
}
