using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Unions of which an alternative is a union itself.</summary>
public sealed class NestedUnionTests
{
    // By one member three unions deep: a shape is a circle or a polygon, that a triangle or a quad, that a square or an oblong.
    private static readonly InputFile Shape = new("shape.schema.json", """
        {
          "title": "Shape",
          "oneOf": [{ "$ref": "#/$defs/circle" }, { "$ref": "#/$defs/polygon", "description": "Has corners." }],
          "$defs": {
            "circle": { "title": "Circle", "type": "object", "required": ["kind", "r"], "properties": { "kind": { "const": "circle" }, "r": { "type": "number" } }, "additionalProperties": false },
            "polygon": { "title": "Polygon", "anyOf": [{ "$ref": "#/$defs/quad" }, { "$ref": "#/$defs/triangle" }] },
            "quad": {
              "title": "Quad",
              "oneOf": [
                { "title": "Square", "type": "object", "required": ["kind", "a"], "properties": { "kind": { "const": "square" }, "a": { "type": "number" } } },
                { "title": "Oblong", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "oblong" }, "inside": { "type": "array", "items": { "$ref": "#" } } } }
              ]
            },
            "triangle": { "title": "Triangle", "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["acute", "obtuse"] }, "note": { "$ref": "#" } } }
          }
        }
        """);

    // A payment by its type; a card then by its brand. A voucher has no brand.
    private static readonly InputFile Payment = new("payment.schema.json", """
        {
          "title": "Payment",
          "oneOf": [
            { "type": "object", "required": ["type", "code"], "properties": { "type": { "const": "voucher" }, "code": { "type": "string" } } },
            {
              "oneOf": [
                { "type": "object", "required": ["type", "brand", "number"], "properties": { "type": { "const": "card" }, "brand": { "const": "visa" }, "number": { "type": "string" } } },
                { "type": "object", "required": ["brand", "type"], "properties": { "type": { "const": "card" }, "brand": { "const": "amex" }, "points": { "type": "integer" } } }
              ]
            }
          ]
        }
        """);

    [Theory]
    [InlineData("""{ "kind": "circle", "r": 1.50 }""", "Circle")]
    [InlineData("""{ "a": 2, "kind": "square", "own": [1] }""", "Polygon Quad Square")]
    [InlineData("""{ "kind": "obtuse" }""", "Polygon Triangle")]
    [InlineData("""{ "note": { "note": { "r": 1, "kind": "circle" }, "kind": "acute" }, "kind": "acute" }""", "Polygon Triangle")]
    [InlineData("""{ "inside": [{ "kind": "circle", "r": 1 }, { "kind": "oblong", "inside": [{ "kind": "acute" }] }], "kind": "oblong" }""", "Polygon Quad Oblong")]
    public void Every_alternative_of_every_union_is_read_and_written_again(string json, string types)
    {
        var type = LiveType.Of("Shape", Shape);

        Assert.Equal("Shape " + types, TypesOf(type.Accepts(json)));
        Assert.True(JsonValue.Parse(json).Equals(JsonValue.Parse(type.Writes(json))), type.Writes(json));
    }

    [Theory]
    [InlineData("""{ "type": "voucher", "code": "x" }""", "PaymentVoucher")]
    [InlineData("""{ "type": "card", "brand": "visa", "number": "4" }""", "PaymentCard PaymentCardVisa")]
    [InlineData("""{ "points": 7, "type": "card", "brand": "amex" }""", "PaymentCard PaymentCardAmex")]
    public void Another_member_may_tell_the_alternatives_of_the_inner_union_apart(string json, string types) =>
        Assert.Equal("Payment " + types, TypesOf(LiveType.Of("Payment", Payment).Accepts(json)));

    [Theory]
    [InlineData("""{ "kind": "square" }""", "", "/oneOf/1/$ref/anyOf/0/$ref/oneOf/0/required", "must have the member \"a\"")]
    [InlineData("""{ "kind": "heap" }""", "/kind", "/oneOf", "must be one of \"circle\", \"square\", \"oblong\", \"acute\", \"obtuse\"")]
    [InlineData("""{ "kind": "oblong", "inside": [{ "kind": "heap" }] }""", "/inside/0/kind", "/oneOf/1/$ref/anyOf/0/$ref/oneOf/1/properties/inside/items/$ref/oneOf", "must be one of \"circle\", \"square\", \"oblong\", \"acute\", \"obtuse\"")]
    [InlineData("""{ "kind": "circle", "r": 1, "a": 1 }""", "/a", "/oneOf/0/$ref/additionalProperties", "is not a member that the schema knows")]
    [InlineData("7", "", "/oneOf", "must be an object with the member \"kind\"")]
    public void Only_the_chosen_alternative_of_the_chosen_union_speaks(string json, string place, string keyword, string message)
    {
        var error = Assert.Single(LiveType.Of("Shape", Shape).Refuses(json));

        Assert.Equal((place, keyword, message), (error.InstanceLocation, error.KeywordLocation, error.Message));
    }

    [Theory]
    [InlineData("""{ "type": "cash" }""", "/type", "/oneOf", "must be one of \"voucher\", \"card\"")]
    [InlineData("""{ "type": "card", "brand": "own" }""", "/brand", "/oneOf/1/oneOf", "must be one of \"visa\", \"amex\"")]
    [InlineData("""{ "type": "card", "number": "4" }""", "", "/oneOf/1/oneOf", "must be an object with the member \"brand\"")]
    [InlineData("""{ "brand": "visa", "number": 4, "type": "card" }""", "/number", "/oneOf/1/oneOf/0/properties/number/type", "must be a string")]
    public void The_inner_union_speaks_of_its_own_member(string json, string place, string keyword, string message)
    {
        var error = Assert.Single(LiveType.Of("Payment", Payment).Refuses(json));

        Assert.Equal((place, keyword, message), (error.InstanceLocation, error.KeywordLocation, error.Message));
    }

    [Fact]
    public void An_application_matches_level_by_level_and_makes_unions_of_any_alternative()
    {
        const string Program = """
            namespace Sample;

            internal static class Program
            {
                public static string Run()
                {
                    Shape[] shapes = [new Circle { R = 2 }, new Square { A = 3 }, new Triangle { Kind = TriangleKind.Acute }, (Polygon)new Oblong()];
                    var names = "";
                    foreach (var shape in shapes)
                    {
                        names += shape.Match(circle => "circle ", polygon => polygon.Match(quad => quad.Match(square => "square ", oblong => "oblong "), triangle => "triangle "));
                        names += shape.Value switch { Circle => 1, Polygon { Value: Quad { Value: Square } } => 2, Polygon => 3, _ => 4 };
                        shape.Switch(_ => names += "!", polygon => polygon.Switch(_ => names += "?", _ => names += "."));
                    }

                    return names + (shapes[1] == new Square { A = 3 });
                }
            }
            """;

        var assembly = GeneratorRun.Of([Shape], new RunOptions { Sources = [Program] }).Load();

        Assert.Equal("circle 1!square 2?triangle 3.oblong 3?True", assembly.GetType("Sample.Program")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void Two_unions_may_share_an_inner_one_of_another_file()
    {
        var card = new InputFile("card.schema.json", """
            {
              "title": "Card",
              "oneOf": [
                { "title": "Visa", "type": "object", "required": ["t"], "properties": { "t": { "const": "visa" } } },
                { "title": "Amex", "type": "object", "required": ["t"], "properties": { "t": { "const": "amex" } } }
              ]
            }
            """);
        var assembly = GeneratorRun.Of([card, With("a", "cash"), With("b", "bill")]).Load();

        Assert.Equal("A Card Visa", TypesOf(LiveType.Of(assembly, "A").Accepts("""{ "t": "visa" }""")));
        Assert.Equal("B Card Amex", TypesOf(LiveType.Of(assembly, "B").Accepts("""{ "t": "amex" }""")));
        Assert.Equal("must be one of \"bill\", \"visa\", \"amex\"", Assert.Single(LiveType.Of(assembly, "B").Refuses("""{ "t": "cash" }""")).Message);

        static InputFile With(string name, string constant) => new(name + ".schema.json", $$"""
            { "oneOf": [{ "type": "object", "required": ["t"], "properties": { "t": { "const": "{{constant}}" } } }, { "$ref": "card.schema.json" }] }
            """);
    }

    [Theory]
    [InlineData("oneOf", "x", false)]
    [InlineData("anyOf", "x", true)]
    [InlineData("oneOf", "y", true)]
    [InlineData("oneOf", "z", true)]
    public void A_constant_of_two_alternatives_is_decided_by_trying_them(string keyword, string constant, bool isValid)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", $$"""
            {
              "{{keyword}}": [
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" } } },
                {
                  "oneOf": [
                    { "type": "object", "required": ["t"], "properties": { "t": { "enum": ["y", "x"] } } },
                    { "type": "object", "required": ["t"], "properties": { "t": { "const": "z" } } }
                  ]
                }
              ]
            }
            """));
        var json = $$"""{ "t": "{{constant}}" }""";

        if (isValid)
            Assert.IsType<JsonValue>(type.Accepts(json));
        else
            type.Refuses(json);
    }

    [Theory]
    [InlineData("""{ "t": "x" }""", true)]
    [InlineData("""{ "t": "x", "u": "c" }""", true)]
    [InlineData("""{ "t": "x", "u": "a" }""", false)]
    [InlineData("""{ "t": "y", "u": "a" }""", true)]
    [InlineData("""{ "t": "y", "u": "c" }""", false)]
    [InlineData("""{ "u": "b" }""", true)]
    public void An_inner_union_without_the_outer_member_is_decided_by_trying_it(string json, bool isValid)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "oneOf": [
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" } } },
                {
                  "oneOf": [
                    { "type": "object", "required": ["u"], "properties": { "u": { "const": "a" } } },
                    { "type": "object", "required": ["u"], "properties": { "u": { "const": "b" } } }
                  ]
                }
              ]
            }
            """));

        if (isValid)
            Assert.IsType<JsonValue>(type.Accepts(json));
        else
            type.Refuses(json);
    }

    [Theory]
    [InlineData("""{ "type": "null" }""", """{ "$ref": "#/$defs/inner" }""", "", true)]
    [InlineData("""{ "$ref": "#/$defs/other" }""", """{ "$ref": "#/$defs/nullable" }""", "", true)]
    [InlineData("""{ "$ref": "#/$defs/other" }""", """{ "$ref": "#/$defs/nullable" }""", "\"type\": \"object\",", false)]
    [InlineData("""{ "$ref": "#/$defs/other" }""", """{ "$ref": "#/$defs/inner" }""", "", false)]
    [InlineData("""{ "type": "null" }""", """{ "$ref": "#/$defs/nullable" }""", "", false)]
    public void Null_is_a_value_where_one_alternative_accepts_it(string first, string second, string beside, bool isValid)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", $$"""
            {
              {{beside}}
              "oneOf": [{{first}}, {{second}}, { "type": "object", "required": ["t"], "properties": { "t": { "const": "c" } } }],
              "$defs": {
                "other": { "type": "object", "required": ["t"], "properties": { "t": { "const": "o" } } },
                "inner": { "oneOf": [{ "$ref": "#/$defs/a" }, { "$ref": "#/$defs/b" }] },
                "nullable": { "oneOf": [{ "$ref": "#/$defs/a" }, { "type": "null" }, { "$ref": "#/$defs/b" }] },
                "a": { "type": "object", "required": ["t"], "properties": { "t": { "const": "a" } } },
                "b": { "type": "object", "required": ["t"], "properties": { "t": { "const": "b" } } }
              }
            }
            """));

        type.Accepts("""{ "t": "b" }""");
        if (isValid)
            Assert.Null(type.Accepts("null"));
        else
            type.Refuses("null");
    }

    [Fact]
    public void An_object_that_may_be_null_is_an_alternative_too()
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "oneOf": [
                { "type": ["object", "null"], "required": ["t"], "properties": { "t": { "const": "a" } } },
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "b" } } }
              ]
            }
            """));

        Assert.Null(type.Accepts("null"));
        Assert.Equal("A AB", TypesOf(type.Accepts("""{ "t": "b" }""")));
    }

    [Fact]
    public void Rules_beside_the_inner_union_hold_and_may_give_the_outer_constant()
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "oneOf": [
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" } } },
                {
                  "title": "Inner",
                  "allOf": [{ "type": "object", "required": ["t"], "properties": { "t": { "const": "y" } } }],
                  "maxProperties": 2,
                  "oneOf": [
                    { "type": "object", "required": ["u"], "properties": { "u": { "const": "a" } } },
                    { "type": "object", "required": ["u"], "properties": { "u": { "const": "b" }, "n": { "type": "integer" } } }
                  ]
                }
              ]
            }
            """));

        Assert.Equal("A Inner InnerB", TypesOf(type.Accepts("""{ "t": "y", "u": "b" }""")));
        Assert.Equal("/oneOf/1/maxProperties", Assert.Single(type.Refuses("""{ "t": "y", "u": "b", "n": 1 }""")).KeywordLocation);
        Assert.Equal("/oneOf/1/oneOf", Assert.Single(type.Refuses("""{ "t": "y", "u": "c" }""")).KeywordLocation);
        Assert.Equal("/oneOf", Assert.Single(type.Refuses("""{ "t": "z", "u": "b" }""")).KeywordLocation);
    }

    [Theory]
    [InlineData("""{ "t": "c", "id": 1 }""", "/allOf/1/oneOf", "must be one of \"x\", \"a\", \"b\"")]
    [InlineData("""{ "t": "a", "id": 1 }""", "/allOf/1/oneOf/1/oneOf/0/required", "must have the member \"n\"")]
    [InlineData("""{ "t": "a", "n": 1 }""", "/allOf/0/$ref/required", "must have the member \"id\"")]
    public void In_a_part_of_a_record_only_the_chosen_alternative_speaks(string json, string keyword, string message)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "allOf": [
                { "$ref": "#/$defs/base" },
                {
                  "oneOf": [
                    { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" } } },
                    {
                      "oneOf": [
                        { "type": "object", "required": ["t", "n"], "properties": { "t": { "const": "a" } } },
                        { "type": "object", "required": ["t"], "properties": { "t": { "const": "b" } } }
                      ]
                    }
                  ]
                }
              ],
              "$defs": { "base": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } } }
            }
            """));

        type.Accepts("""{ "t": "b", "id": 7 }""");
        var error = Assert.Single(type.Refuses(json));
        Assert.Equal((keyword, message), (error.KeywordLocation, error.Message));
    }

    [Fact]
    public void Alternatives_beside_properties_are_told_apart_too()
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } },
              "oneOf": [
                { "type": "object", "required": ["t", "n"], "properties": { "t": { "const": "a" } } },
                { "type": "object", "required": ["t"], "properties": { "t": { "const": "b" } } }
              ]
            }
            """));

        Assert.Equal(7L, LiveType.Get(type.Accepts("""{ "t": "b", "id": 7 }"""), "Id"));
        Assert.Equal("/oneOf/0/required", Assert.Single(type.Refuses("""{ "t": "a", "id": 7 }""")).KeywordLocation);
    }

    [Fact]
    public void A_record_of_two_alternatives_becomes_neither_by_itself()
    {
        var assembly = GeneratorRun.Of([new InputFile("a.schema.json", """
            {
              "title": "A",
              "oneOf": [{ "$ref": "#/$defs/left" }, { "$ref": "#/$defs/right" }],
              "$defs": {
                "left": { "title": "Left", "allOf": [{ "$ref": "#/$defs/x" }], "oneOf": [{ "$ref": "#/$defs/one" }, { "$ref": "#/$defs/two" }] },
                "right": { "title": "Right", "allOf": [{ "$ref": "#/$defs/y" }], "oneOf": [{ "$ref": "#/$defs/one" }, { "$ref": "#/$defs/three" }] },
                "x": { "type": "object", "required": ["t"], "properties": { "t": { "const": "x" } } },
                "y": { "type": "object", "required": ["t"], "properties": { "t": { "const": "y" } } },
                "one": { "title": "One", "type": "object", "required": ["u"], "properties": { "u": { "const": "1" } } },
                "two": { "title": "Two", "type": "object", "required": ["u"], "properties": { "u": { "const": "2" } } },
                "three": { "title": "Three", "type": "object", "required": ["u"], "properties": { "u": { "const": "3" } } }
              }
            }
            """)]).Load();
        var conversions = assembly.GetType("Sample.A")!.GetMethods().Where(static method => method.Name == "op_Implicit").Select(static method => method.GetParameters()[0].ParameterType.Name);

        Assert.Equal(["Left", "Right", "Three", "Two"], conversions.Order(StringComparer.Ordinal));
        Assert.Equal("A Right One", TypesOf(LiveType.Of(assembly, "A").Accepts("""{ "t": "y", "u": "1" }""")));
    }

    [Fact]
    public void Nine_unions_in_one_another_are_any_value_and_eight_a_type()
    {
        var definitions = string.Join(",\n", Enumerable.Range(0, 9).Select(static i => $$"""
            "d{{i}}": { "title": "D{{i}}", "oneOf": [{ "type": "object", "required": ["t"], "properties": { "t": { "const": "t{{i}}" } } }, {{(i == 0 ? """{ "type": "object", "required": ["t"], "properties": { "t": { "const": "end" } } }""" : $$"""{ "$ref": "#/$defs/d{{i - 1}}" }""")}}] }
            """));
        var assembly = GeneratorRun.Of([new InputFile("a.schema.json", $$"""{ "$defs": { {{definitions}} } }""")]).Load();

        Assert.IsType<JsonValue>(LiveType.Of(assembly, "D8").Accepts("""{ "t": "end" }"""));
        Assert.Equal("D7 D6 D5 D4 D3 D2 D1 D0 D0End", TypesOf(LiveType.Of(assembly, "D7").Accepts("""{ "t": "end" }""")));
        LiveType.Of(assembly, "D8").Refuses("""{ "t": "t9" }""");
    }

    // Every outer alternative has the same inner ones.
    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Unions_in_unions_of_more_than_a_thousand_objects_are_any_value(int width, bool isType)
    {
        var numbers = Enumerable.Range(0, width).ToArray();
        var definitions = string.Join(",\n", numbers.Select(i => $$"""
            "outer{{i}}": { "allOf": [{ "type": "object", "required": ["t"], "properties": { "t": { "const": "{{i}}" } } }], "oneOf": [{{References("inner")}}] },
            "inner{{i}}": { "type": "object", "required": ["u"], "properties": { "u": { "const": "{{i}}" } } }
            """));
        var type = LiveType.Of("A", new InputFile("a.schema.json", $$"""{ "title": "A", "oneOf": [{{References("outer")}}], "$defs": { {{definitions}} } }"""));

        Assert.Equal(isType, type.Accepts("""{ "t": "7", "u": "30" }""") is not JsonValue);
        type.Refuses("""{ "t": "7", "u": "32" }""");

        string References(string name) => string.Join(", ", numbers.Select(i => $$"""{ "$ref": "#/$defs/{{name}}{{i}}" }"""));
    }

    private static string TypesOf(object? value) =>
        value!.GetType().Name + (value.GetType().GetProperty("Value") is { } chosen ? " " + TypesOf(chosen.GetValue(value)) : "");
}
