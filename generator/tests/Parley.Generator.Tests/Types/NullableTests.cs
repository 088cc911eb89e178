using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary><c>anyOf</c> or <c>oneOf</c> of one subschema and null.</summary>
public sealed class NullableTests
{
    private static readonly InputFile Address = new("address.schema.json", """
        { "title": "Address", "type": "object", "required": ["city"], "properties": { "city": { "type": "string" }, "zip": { "type": "integer" } } }
        """);

    private static readonly InputFile Order = new("order.schema.json", """
        {
          "title": "Order", "type": "object", "required": ["to"], "additionalProperties": false,
          "properties": {
            "to": { "anyOf": [{ "$ref": "address.schema.json" }, { "type": "null" }], "description": "Where to.", "default": null },
            "from": { "oneOf": [{ "type": "null", "description": "Here." }, { "$ref": "address.schema.json" }], "deprecated": false },
            "buyer": { "oneOf": [{ "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] }, { "type": "null" }] },
            "payment": { "anyOf": [{ "$ref": "#/$defs/payment" }, { "type": "null" }] },
            "state": { "anyOf": [{ "$ref": "#/$defs/state" }, { "type": "null" }] },
            "color": { "anyOf": [{ "enum": ["red", "blue"] }, { "type": "null" }] },
            "size": { "anyOf": [{ "anyOf": [{ "enum": ["s", "m"] }, { "type": "string" }] }, { "type": "null" }] },
            "note": { "anyOf": [{ "type": "string", "maxLength": 5 }, { "type": "null" }] },
            "count": { "anyOf": [{ "type": "integer", "minimum": 1 }, { "type": "null" }] },
            "price": { "anyOf": [{ "type": "number" }, { "type": "null" }] },
            "paid": { "oneOf": [{ "type": "boolean" }, { "type": "null" }] },
            "tags": { "anyOf": [{ "type": "array", "items": { "anyOf": [{ "type": "string" }, { "type": "null" }] }, "uniqueItems": true }, { "type": "null" }] },
            "pair": { "anyOf": [{ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "minItems": 2, "items": false }, { "type": "null" }] },
            "rates": { "anyOf": [{ "type": "object", "additionalProperties": { "anyOf": [{ "type": "integer" }, { "type": "null" }] } }, { "type": "null" }] },
            "any": { "anyOf": [{ "type": ["string", "integer"] }, { "type": "null" }] },
            "link": { "$ref": "#/$defs/link" }
          },
          "$defs": {
            "payment": { "oneOf": [
              { "type": "object", "properties": { "kind": { "const": "card" }, "number": { "type": "string" } }, "required": ["kind", "number"] },
              { "type": "object", "properties": { "kind": { "const": "cash" } }, "required": ["kind"] }] },
            "state": { "type": "string", "enum": ["open", "done"] },
            "link": { "anyOf": [{ "type": "object", "properties": { "href": { "type": "string" } } }, { "type": "null" }] }
          }
        }
        """);

    private static readonly InputFile Node = new("node.schema.json", """
        {
          "title": "Node", "type": "object", "required": ["value"],
          "properties": { "value": { "type": "integer" }, "next": { "anyOf": [{ "$ref": "#" }, { "type": "null" }] } }
        }
        """);

    [Theory]
    [InlineData("""{"to":null}""")]
    [InlineData("""{"to":{"city":"a","zip":9223372036854775807,"more":[1]},"from":null,"buyer":{"name":"b"},"payment":{"kind":"card","number":"1"},"state":"open","color":"blue","size":"s"}""")]
    [InlineData("""{"to":null,"from":{"city":"a"},"buyer":null,"payment":null,"state":null,"color":null,"size":null,"note":null,"count":null,"price":null,"paid":null,"tags":null,"pair":null,"rates":null,"any":null,"link":null}""")]
    [InlineData("""{"to":null,"payment":{"kind":"cash"},"size":"new","note":"12345","count":7,"price":1.50,"paid":false,"tags":["a",null],"pair":["a",1],"rates":{"a":1,"b":null},"any":3,"link":{"href":"x"}}""")]
    [InlineData("""{"to":null,"tags":[],"rates":{},"any":"x","link":{}}""")]
    public void Values_and_null_are_read_and_written_again(string json)
    {
        var type = LiveType.Of("Order", Address, Order);

        type.Accepts(json);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(type.Writes(json))));
    }

    [Theory]
    [InlineData("""{"to":7}""", "/to", "must be null or an object")]
    [InlineData("""{"to":{}}""", "/to", "must have the member \"city\"")]
    [InlineData("""{"to":{"city":null}}""", "/to/city", "must be a string")]
    [InlineData("""{"to":{"city":"a","zip":9223372036854775808}}""", "/to/zip", "must be an integer that fits 64 bits")]
    [InlineData("""{"to":null,"from":[]}""", "/from", "must be null or an object")]
    [InlineData("""{"to":null,"buyer":{}}""", "/buyer", "must have the member \"name\"")]
    [InlineData("""{"to":null,"payment":"cash"}""", "/payment", "must be null or an object")]
    [InlineData("""{"to":null,"payment":{"kind":"check"}}""", "/payment/kind", "must be one of \"card\", \"cash\"")]
    [InlineData("""{"to":null,"payment":{"kind":"card"}}""", "/payment", "must have the member \"number\"")]
    [InlineData("""{"to":null,"state":"lost"}""", "/state", "must be one of \"open\", \"done\"")]
    [InlineData("""{"to":null,"color":1}""", "/color", "must be one of \"red\", \"blue\"")]
    [InlineData("""{"to":null,"size":1}""", "/size", "must be null or a string")]
    [InlineData("""{"to":null,"note":"123456"}""", "/note", "must have at most 5 characters")]
    [InlineData("""{"to":null,"note":true}""", "/note", "must be null or a string")]
    [InlineData("""{"to":null,"count":0}""", "/count", "must be at least 1")]
    [InlineData("""{"to":null,"count":1.5}""", "/count", "must be an integer")]
    [InlineData("""{"to":null,"count":9223372036854775808}""", "/count", "must be an integer that fits 64 bits")]
    [InlineData("""{"to":null,"paid":"no"}""", "/paid", "must be null or a boolean")]
    [InlineData("""{"to":null,"tags":["a","a"]}""", "/tags", "must not have equal items")]
    [InlineData("""{"to":null,"tags":[1]}""", "/tags/0", "must be null or a string")]
    [InlineData("""{"to":null,"pair":["a"]}""", "/pair", "must have at least 2 items")]
    [InlineData("""{"to":null,"rates":{"a":true}}""", "/rates/a", "must be null or an integer")]
    [InlineData("""{"to":null,"any":[]}""", "/any", "must be null or a string or an integer")]
    [InlineData("""{"to":null,"link":{"href":1}}""", "/link/href", "must be a string")]
    public void Only_the_subschema_speaks_of_what_is_not_null(string json, string place, string message)
    {
        var error = Assert.Single(LiveType.Of("Order", Address, Order).Refuses(json));

        Assert.Equal((place, message), (error.InstanceLocation, error.Message));
    }

    [Fact]
    public void An_application_tells_values_null_and_absence_apart()
    {
        const string Program = """
            namespace Sample;

            internal static class Program
            {
                public static string Run()
                {
                    var order = new Order
                    {
                        To = new Address { City = "a" }, From = new((Address?)null), Buyer = new(new OrderBuyer { Name = "b" }), State = new(OrderState.Done), Color = new(OrderColor.Blue), Count = new(7L),
                        Link = new(new OrderLinkValue { Href = "x" }),
                    };
                    Address? to = order.To;
                    return to?.City + order.From.IsPresent + (order.From.Value is null) + order.Payment.IsPresent + order.Buyer.Value?.Name + order.Count.Value!.Value + order.State.Value!.Value + order.Link.Value?.Href;
                }
            }
            """;

        var assembly = GeneratorRun.Of([Address, Order], new RunOptions { Sources = [Program] }).Load();

        Assert.Equal("aTrueTrueFalseb7Donex", assembly.GetType("Sample.Program")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void A_record_that_may_hold_another_of_its_kind_or_null_has_no_end_but_its_values()
    {
        var type = LiveType.Of("Node", Node);

        var value = type.Accepts("""{"value":1,"next":{"value":2,"next":null}}""");
        var next = LiveType.Get(LiveType.Get(value, "Next"), "Value");

        Assert.IsType(value!.GetType(), next);
        Assert.Equal("/next/next/value", Assert.Single(type.Refuses("""{"value":1,"next":{"value":2,"next":{"value":"3"}}}""")).InstanceLocation);
    }

    [Fact]
    public void A_list_in_itself_or_null_is_any_value() => LiveType.Of("A", new InputFile("a.schema.json", """
        { "anyOf": [{ "type": "array", "items": { "$ref": "#" } }, { "type": "null" }] }
        """)).Accepts("[[null],[],null]");

    [Theory]
    [InlineData("""{"a":1,"b":2}""", true)]
    [InlineData("""{"a":1,"b":2,"c":3}""", false)]
    [InlineData("null", true)]
    public void Members_of_the_subschema_count_as_evaluated(string json, bool valid)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """
            {
              "allOf": [{ "$ref": "#/$defs/part" }], "properties": { "b": true }, "unevaluatedProperties": false,
              "$defs": { "part": { "anyOf": [{ "properties": { "a": { "type": "integer" } }, "type": "object" }, { "type": "null" }] } }
            }
            """));

        Assert.Equal(valid, type.Decides(System.Text.Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("\"a\"", true)]
    [InlineData("1", false)]
    public void One_of_null_and_a_nullable_refuses_null(string json, bool valid)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """{ "oneOf": [{ "$ref": "#/$defs/text" }, { "type": "null" }], "$defs": { "text": { "type": ["string", "null"] } } }"""));

        Assert.Equal(valid, type.Decides(System.Text.Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("null", true)]
    [InlineData("\"a\"", true)]
    [InlineData("1", false)]
    public void Any_of_null_and_a_nullable_is_nullable(string json, bool valid)
    {
        var type = LiveType.Of("A", new InputFile("a.schema.json", """{ "anyOf": [{ "$ref": "#/$defs/text" }, { "type": "null" }], "$defs": { "text": { "anyOf": [{ "type": "null" }, { "type": "string" }] } } }"""));

        Assert.Equal(valid, type.Decides(System.Text.Encoding.UTF8.GetBytes(json)));
    }
}
