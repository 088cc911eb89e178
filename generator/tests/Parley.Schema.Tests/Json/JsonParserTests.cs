using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Tests.Json;

public sealed class JsonParserTests
{
    [Fact]
    public void Values_and_names_know_their_places()
    {
        const string Text = "{\n  \"a\": [1, \"x\"]\n}";
        var root = Parse(Text);
        var member = Assert.Single(root.Members);

        Assert.Equal("\"a\"", Slice(Text, member.NameSpan));
        Assert.Equal("[1, \"x\"]", Slice(Text, member.Value.Span));
        Assert.Equal("\"x\"", Slice(Text, member.Value.Items[1].Span));
        Assert.Equal(Text, Slice(Text, root.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("[1 2]")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData("nul")]
    [InlineData("True")]
    [InlineData("'a'")]
    [InlineData("\"a")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12G4\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\")]
    [InlineData("// a\n1")]
    [InlineData("1 2")]
    [InlineData("1\u00A0")]
    [InlineData("\u20281")]
    [InlineData("\0")]
    public void Text_that_is_no_json_is_one_syntax_error(string text)
    {
        var diagnostics = new DiagnosticBag("a.json", text);

        Assert.Null(JsonParser.Parse(text, diagnostics));
        Assert.Equal("PAR0001", Assert.Single(diagnostics.Items).Id);
    }

    [Theory]
    [InlineData("{\n  \"a\": tru\n}", 1, 7)]
    [InlineData("{\r\n  \"a\": tru\r\n}", 1, 7)]
    [InlineData("{\r  \"a\": tru\r}", 1, 7)]
    [InlineData("\uFEFF{ x", 0, 2)]
    [InlineData("[\"\u2028\", x]", 0, 6)]
    [InlineData("[\n\n", 2, 0)]
    public void Syntax_error_has_its_line_and_column(string text, int line, int column)
    {
        var diagnostics = new DiagnosticBag("a.json", text);
        JsonParser.Parse(text, diagnostics);

        Assert.Equal(new JsonPosition(line, column), Assert.Single(diagnostics.Items).Start);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("0.10")]
    [InlineData("1E+400")]
    [InlineData("9007199254740993")]
    [InlineData("12345678901234567890123456789.00")]
    public void Numbers_keep_their_source_text(string lexeme) => Assert.Equal(lexeme, Parse(lexeme).Text);

    [Fact]
    public void Escapes_are_resolved() =>
        Assert.Equal("\"\\/\b\f\n\r\tA\U0001F600\u2028", Parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uD83D\\ude00\u2028\"").Text);

    [Theory]
    [InlineData("\"\\uD83D\"")]
    [InlineData("\"\\uDE00\\uD83D\"")]
    [InlineData("\"\\uD83Dx\"")]
    [InlineData("{\"\\uDC00\": 1}")]
    public void Half_a_surrogate_pair_is_refused(string text)
    {
        var diagnostics = new DiagnosticBag("a.json", text);

        Assert.Null(JsonParser.Parse(text, diagnostics));
        Assert.Equal("PAR0004", Assert.Single(diagnostics.Items).Id);
    }

    // Not among the data above: metadata is UTF-8 and could not hold it.
    [Fact]
    public void Half_a_surrogate_pair_without_an_escape_is_refused() => Half_a_surrogate_pair_is_refused(string.Concat("\"", '\uD83D', "\""));

    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    public void Repeated_member_is_reported_at_the_second_name(int members)
    {
        var names = Enumerable.Range(0, members).Select(i => $"\"m{i}\":{i}");
        var text = "{" + string.Join(",", names) + ",\"m\\u0031\":0}";
        var diagnostics = new DiagnosticBag("a.json", text);

        Assert.NotNull(JsonParser.Parse(text, diagnostics));
        var repeated = Assert.Single(diagnostics.Items);
        Assert.Equal(("PAR0002", text.IndexOf("\"m\\u0031\"", StringComparison.Ordinal)), (repeated.Id, repeated.Offset));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Nesting_is_bounded_and_hostile_depth_is_no_crash(char open)
    {
        var unit = open == '[' ? "[" : "{\"a\":";
        var text = string.Concat(Enumerable.Repeat(unit, 200_000));
        var diagnostics = new DiagnosticBag("a.json", text);

        Assert.Null(JsonParser.Parse(text, diagnostics));
        Assert.Equal(("PAR0003", JsonParser.MaxDepth * unit.Length), (diagnostics.Items[0].Id, diagnostics.Items[0].Offset));
    }

    [Fact]
    public void Greatest_depth_is_read() => Parse(new string('[', JsonParser.MaxDepth) + new string(']', JsonParser.MaxDepth));

    [Fact]
    public void Any_cut_or_changed_text_gives_a_tree_or_a_diagnostic()
    {
        const string Text = "{ \"a\\u0041\": [1.5e-3, -0, true, null, \"\\n\u2028é\"], \"b\": { \"c\": false } }";
        const string Replacements = "\"{}[]:,\\0x \u0001\uD800";
        for (var at = 0; at < Text.Length; at++)
        {
            Probe(Text[..at]);
            foreach (var replacement in Replacements)
                Probe(Text[..at] + replacement + Text[(at + 1)..]);
        }
    }

    private static void Probe(string text)
    {
        var diagnostics = new DiagnosticBag("a.json", text);
        var root = JsonParser.Parse(text, diagnostics);

        Assert.True(root is not null || diagnostics.HasErrors, text);
        Assert.All(diagnostics.Items, found => Assert.InRange(found.Offset + found.Length, 0, text.Length));
    }

    private static JsonNode Parse(string text)
    {
        var diagnostics = new DiagnosticBag("a.json", text);
        var root = JsonParser.Parse(text, diagnostics);
        Assert.Empty(diagnostics.Items);
        return root!;
    }

    private static string Slice(string text, JsonSpan span) => text.Substring(span.Start, span.Length);
}
