using System.Globalization;
using System.Text;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Texts made to cost much are decided like any other, by every emitted member, and refused with the place and the rule.</summary>
public sealed class HostileInstanceTests
{
    private const int Many = 100_000;

    private static readonly Lazy<LiveType> Case = new(static () => LiveType.Of("Case", new InputFile("case.schema.json", """
        {
          "type": "object",
          "properties": {
            "list": { "type": "array", "items": { "type": "integer" }, "uniqueItems": true },
            "map": { "type": "object", "additionalProperties": { "type": "boolean" }, "propertyNames": { "pattern": "^n[0-9]+$" } },
            "left": { "anyOf": [{ "properties": { "n0": { "type": "boolean" } } }, { "properties": { "n1": true } }], "unevaluatedProperties": { "type": "boolean" } },
            "number": { "type": "number", "multipleOf": 0.01 },
            "integer": { "type": "integer" },
            "text": { "type": "string", "pattern": "^(a+)+$" },
            "numbers": { "uniqueItems": true },
            "any": true,
            "tree": { "$ref": "#" }
          },
          "additionalProperties": false
        }
        """)));

    [Theory]
    [InlineData("any", "[", "")]
    [InlineData("any", "{\"a\":", "")]
    [InlineData("any", "[", "]")]
    [InlineData("tree", "{\"tree\":", "}")]
    [InlineData("other", "[{\"a\":", "}]")]
    public void Depth_is_refused_however_deep_and_whoever_looks(string member, string open, string close)
    {
        var error = Assert.Single(Refuses($$"""{"{{member}}":{{Repeat(open)}}0{{Repeat(close)}}}"""));

        Assert.Equal(("depth", 1), (error.Keyword, error.Line));
        Assert.Contains("deeper than 64 levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_items_are_accepted() => Case.Value.Accepts($$"""{"list":[{{Numbered("")}}]}""");

    [Fact]
    public void The_last_of_many_items_that_repeats_the_first_is_refused()
    {
        var error = Assert.Single(Refuses($$"""{"list":[{{Numbered("")}},0.0]}"""));

        Assert.Equal(("uniqueItems", "/list"), (error.Keyword, error.InstanceLocation));
    }

    [Theory]
    [InlineData("map")]
    [InlineData("left")]
    [InlineData("any")]
    public void Many_members_are_accepted(string member) => Case.Value.Accepts($$$"""{"{{{member}}}":{{{{Numbered(":true")}}}}}""");

    [Theory]
    [InlineData("map")]
    [InlineData("left")]
    [InlineData("any")]
    public void The_last_of_many_members_that_repeats_the_first_is_refused(string member) =>
        Assert.Contains(
            Refuses($$$"""{"{{{member}}}":{{{{Numbered(":true")}}},"\u006e0":true}}"""),
            error => error.Keyword == "duplicate" && error.InstanceLocation == $"/{member}/n0");

    [Theory]
    [InlineData("map", ":1")]
    [InlineData("list", "")]
    public void As_many_errors_are_listed_as_a_person_may_read(string member, string value)
    {
        var text = value.Length > 0 ? $$$"""{"{{{member}}}":{{{{Numbered(value)}}}}}""" : $$"""{"{{member}}":[{{Repeat("\"\",")}}""]}""";

        Assert.Equal(Explaining.MaximumErrors, Refuses(text).Count);
    }

    [Theory]
    [InlineData("""{"any":"\ud800"}""")]
    [InlineData("""{"any":["\udc00\ud800"]}""")]
    [InlineData("""{"any":{"\ud83d":1}}""")]
    [InlineData("""{"text":"a\ud800a"}""")]
    [InlineData("""{"map":{"n\udfff":true}}""")]
    [InlineData("""{"\ud800":1}""")]
    public void Half_of_a_surrogate_pair_is_refused_wherever_it_stands(string text)
    {
        var error = Assert.Single(Refuses(text));

        Assert.Equal("json", error.Keyword);
        Assert.Contains("half of a surrogate pair", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"any\":\"?\"}", "80")]
    [InlineData("{\"any\":[\"?\"]}", "C0AF")]
    [InlineData("{\"text\":\"a?\"}", "EDA080")]
    [InlineData("{\"map\":{\"n?\":true}}", "F4908080")]
    [InlineData("{\"?\":1}", "F09F98")]
    [InlineData("{\"any\":?}", "FF")]
    public void What_is_not_UTF_8_is_refused_wherever_it_stands(string text, string bytes)
    {
        var at = text.IndexOf('?', StringComparison.Ordinal);
        byte[] utf8 = [.. Encoding.UTF8.GetBytes(text[..at]), .. Convert.FromHexString(bytes), .. Encoding.UTF8.GetBytes(text[(at + 1)..])];

        var error = Assert.Single(Case.Value.Refuses(utf8));

        Assert.Equal(("json", at + 1), (error.Keyword, error.Column));
        Assert.Contains("not valid UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_digits_are_decided_exactly()
    {
        var digits = new string('9', 1_000_000);

        Case.Value.Accepts($$"""{"number":{{digits}}.25,"numbers":[{{digits}},{{digits}}1]}""");
        Assert.Equal("multipleOf", Assert.Single(Refuses($$"""{"number":{{digits}}.251}""")).Keyword);
        Assert.Equal("uniqueItems", Assert.Single(Refuses($$"""{"numbers":[{{digits}},{{digits}}.0]}""")).Keyword);
        Assert.Contains("fits 64 bits", Assert.Single(Refuses($$"""{"integer":{{digits}}}""")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"number":1e1000000000}""", "")]
    [InlineData("""{"number":1e-1000000000}""", "multipleOf")]
    [InlineData("""{"number":1e99999999999999999999}""", "")]
    [InlineData("""{"number":0e99999999999999999999}""", "")]
    [InlineData("""{"number":1e-99999999999999999999}""", "multipleOf")]
    [InlineData("""{"integer":1e1000000000}""", "type")]
    [InlineData("""{"integer":1e-99999999999999999999}""", "type")]
    [InlineData("""{"numbers":[1e1000000000,10e999999999]}""", "uniqueItems")]
    [InlineData("""{"numbers":[1e1000000000,1e999999999,1e-1000000000]}""", "")]
    public void Exponents_are_not_written_out(string text, string keyword)
    {
        if (keyword.Length == 0)
            Case.Value.Accepts(text);
        else
            Assert.Equal(keyword, Assert.Single(Refuses(text)).Keyword);
    }

    [Fact]
    public void A_text_made_to_stall_the_pattern_is_decided() =>
        Assert.Equal("/text", Assert.Single(Refuses($$"""{"text":"{{new string('a', Many)}}b"}""")).InstanceLocation);

    // What is taken grows with the text, by a factor that no text can raise.
    [Theory]
    [InlineData("""{"any":[[[""", """]]]}""")]
    [InlineData("""{"text":"a""", "b\"}")]
    [InlineData("""{"number":1""", """e-1000000000}""")]
    public void Deciding_takes_no_more_than_a_few_bytes_for_each_of_the_text(string head, string tail)
    {
        var text = Encoding.UTF8.GetBytes(head + (head[2] == 'a' ? Repeat("1,") + "1" : Repeat(head[2] == 't' ? "a" : "1")) + tail);
        Case.Value.Decides(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Case.Value.Decides(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * text.Length);
    }

    private static SchemaErrors Refuses(string text) => Case.Value.Refuses(text);

    private static string Repeat(string text) => new StringBuilder().Insert(0, text, Many).ToString();

    // 0,1,2 or "n0":true,"n1":true.
    private static string Numbered(string value) => string.Join(
        ',', Enumerable.Range(0, Many).Select(i => value.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"\"n{i}\"{value}") : i.ToString(CultureInfo.InvariantCulture)));
}
