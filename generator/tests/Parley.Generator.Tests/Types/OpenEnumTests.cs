using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Enums that may grow: <c>anyOf</c> of a string enum and of any string.</summary>
public sealed class OpenEnumTests
{
    private static readonly InputFile Ticket = new("ticket.schema.json", """
        {
          "title": "Ticket", "type": "object", "required": ["state"],
          "properties": {
            "state": { "anyOf": [{ "type": "string", "enum": ["open", "on hold"] }, { "type": "string", "maxLength": 9 }] },
            "last": { "anyOf": [{ "$ref": "#/$defs/known" }, { "type": "string" }, { "type": "null" }] },
            "all": { "type": "array", "items": { "$ref": "#/$defs/channel" } }
          },
          "$defs": {
            "known": { "enum": ["a", "b"] },
            "channel": { "type": "string", "anyOf": [{ "type": "string" }, { "$ref": "#/$defs/known" }] }
          }
        }
        """);

    [Theory]
    [InlineData("""{"state":"open"}""")]
    [InlineData("""{"state":"new"}""")]
    [InlineData("""{"state":"","last":null,"all":["a","zz","b"]}""")]
    [InlineData("""{"state":"on hold","last":"c"}""")]
    public void Known_and_unknown_texts_are_read_and_written_again(string json)
    {
        var type = LiveType.Of("Ticket", Ticket);

        type.Accepts(json);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(type.Writes(json))));
    }

    [Theory]
    [InlineData("""{"state":7}""", "/state")]
    [InlineData("""{"state":null}""", "/state")]
    [InlineData("""{"state":"far too long"}""", "/state")]
    [InlineData("""{"state":"open","all":[null]}""", "/all/0")]
    public void What_is_no_such_text_is_refused(string json, string place) => Assert.StartsWith(place, LiveType.Of("Ticket", Ticket).Refuses(json)[0].InstanceLocation, StringComparison.Ordinal);

    [Fact]
    public void An_application_compares_and_switches()
    {
        const string Program = """
            namespace Sample;

            internal static class Program
            {
                public static string Run()
                {
                    var ticket = new Ticket { State = TicketState.OnHold, Last = new TicketLast("new"), All = [TicketChannel.A] };
                    var chosen = ticket.State.Text switch { TicketState.Texts.Open => "1", TicketState.Texts.OnHold => "2", _ => "3" };
                    return chosen + ticket.State.IsKnown + ticket.Last.Value!.Value.IsKnown + (ticket.State == new TicketState("on hold")) + (default(TicketState) == new TicketState("")) + ticket.State;
                }
            }
            """;

        var assembly = GeneratorRun.Of([Ticket], new RunOptions { Sources = [Program] }).Load();

        Assert.Equal("2TrueFalseTrueTrueon hold", assembly.GetType("Sample.Program")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void Hostile_texts_are_values_too() => LiveType.Of("AJson", new InputFile("a.schema.json", """
        { "anyOf": [{ "enum": ["text", "Texts", "isKnown", "equals", "A", "class", "\"\n", "", "a-b", "aB", "new", "toString", "_text", "*/"] }, { "type": "string" }] }
        """)).Accepts("\"*/\"");
}
