using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary><c>format</c> as a note and as an assertion.</summary>
public sealed class FormatTests
{
    private static readonly InputFile Schema = new(
        "trip.schema.json",
        """{ "type": "object", "properties": { "at": { "type": "string", "format": "date-time" }, "any": { "format": "uuid" }, "own": { "format": "seat" } } }""");

    [Fact]
    public void A_format_is_a_note_unless_the_project_asserts_formats() =>
        LiveType.Of("Trip", Schema).Accepts("""{ "at": "tomorrow", "any": "x" }""");

    [Fact]
    public void An_asserted_format_is_required_of_strings_alone()
    {
        var type = Asserting();

        type.Accepts("""{ "at": "2026-01-31T08:30:00Z", "any": 1, "own": "12A" }""");
        type.Accepts("""{ "any": "2eb8aa08-aa98-11ea-b4aa-73b441d16380" }""");
        type.Refuses("""{ "at": "2026-02-31T08:30:00Z" }""");
        type.Refuses("""{ "any": "2eb8aa08" }""");
    }

    [Fact]
    public void A_broken_format_is_told_with_place_and_example()
    {
        var error = Assert.Single(Asserting().Refuses("{\n \"at\": \"tomorrow\"\n}"));

        Assert.Equal(("/at", 2, 8, "format"), (error.InstanceLocation, error.Line, error.Column, error.Keyword));
        Assert.Equal("must be a date and time with offset such as 2026-01-31T08:30:00Z", error.Message);
    }

    [Theory]
    [InlineData("date-time"), InlineData("date"), InlineData("time"), InlineData("duration"), InlineData("email"), InlineData("idn-email")]
    [InlineData("hostname"), InlineData("idn-hostname"), InlineData("ipv4"), InlineData("ipv6"), InlineData("uri"), InlineData("uri-reference")]
    [InlineData("iri"), InlineData("iri-reference"), InlineData("uuid"), InlineData("uri-template"), InlineData("json-pointer")]
    [InlineData("relative-json-pointer"), InlineData("regex")]
    public void Each_format_of_the_draft_is_asserted(string format)
    {
        var file = new InputFile("a.schema.json", $$"""{ "format": "{{format}}" }""");

        LiveType.Of(GeneratorRun.Of([file], new RunOptions { AssertsFormats = true }).Load(), "A").Refuses("\"\\\\{(:\"");
    }

    private static LiveType Asserting() => LiveType.Of(
        GeneratorRun.Of([Schema], new RunOptions { AssertsFormats = true, Diagnostics = [("PAR1014", "trip.schema.json", 1, 136)] }).Load(), "Trip");
}
