using System.Text;

namespace Parley.Tests.Validation.Formats;

public sealed class StringFormatTests
{
    [Theory]
    [InlineData("date-time", "0000-02-29T00:00:00Z")]
    [InlineData("date-time", "2026-01-31T08:30:00.000000000000000000000000001+23:59")]
    [InlineData("duration", "P1Y2M3DT4H5M6S")]
    [InlineData("email", "\"a\\\"b\"@example.com")]
    [InlineData("email", "a@[ipv6:::1]")]
    [InlineData("email", "a@xn--a.example")]
    [InlineData("idn-email", "ü@bücher.example")]
    [InlineData("idn-email", "a@bu\u0308cher.example")]
    [InlineData("idn-email", "\"ü @\"@xn--bcher-kva.example")]
    [InlineData("idn-email", "실례@실례.테스트")]
    [InlineData("idn-email", "a@אבגד.example")]
    [InlineData("idn-email", "a@[IPv6:::1]")]
    [InlineData("idn-email", "a@例例例例例例例例例例例例例例例例例例例例例例例例.example")]
    [InlineData("hostname", "a--b.c")]
    [InlineData("idn-hostname", "bücher.example")]
    [InlineData("idn-hostname", "ᏣᎳᎩ")]
    [InlineData("ipv6", "1:2:3:4:5:6:7::")]
    [InlineData("uri", "a:")]
    [InlineData("uri", "http://user:pass@[v7.a:b]:/p;x=1?q=/?#f")]
    [InlineData("iri", "http://例え.テスト/ü?\uE000")]
    [InlineData("uri-template", "{=reserved}")]
    [InlineData("relative-json-pointer", "0-1")]
    [InlineData("relative-json-pointer", "1+10/a")]
    [InlineData("relative-json-pointer", "0-1#")]
    [InlineData("regex", "^(?:a|b{2,3}?)*\\p{Script=Greek}[^\\]\\-z]$")]
    [InlineData("regex", "(?<a>.)\\k<a>\\u{1F600}\\ud83d\\ude00")]
    public void A_text_has_its_format(string format, string text) => Assert.True(Matches(format, text));

    [Theory]
    [InlineData("date-time", "2026-01-31 08:30:00Z")]
    [InlineData("date-time", "2026-01-31T")]
    [InlineData("date-time", "")]
    [InlineData("time", "08:30:00.Z")]
    [InlineData("time", "08:30:00+")]
    [InlineData("duration", "P1YT")]
    [InlineData("duration", "PW")]
    [InlineData("email", "\"a\\")]
    [InlineData("email", "\"a\"b@example.com")]
    [InlineData("email", "a@[127.0.0.1")]
    [InlineData("email", "ü@example.com")]
    [InlineData("email", "a@b..c")]
    [InlineData("email", "a@-b.c")]
    [InlineData("email", "a@b-")]
    [InlineData("email", "a@bücher.example")]
    [InlineData("email", "a@")]
    [InlineData("idn-email", "a@")]
    [InlineData("idn-email", "a@Bücher.example")]
    [InlineData("idn-email", "a@bücher。example")]
    [InlineData("idn-email", "a@\u0308a.example")]
    [InlineData("idn-email", "a@ü\uFFFE.example")]
    [InlineData("idn-email", "a@ü\uFFFF.example")]
    [InlineData("idn-email", "a@a\u200Db.example")]
    [InlineData("idn-email", "a@0א.example")]
    [InlineData("idn-email", "a@xn--a.example")]
    [InlineData("idn-email", "a@ü..example")]
    [InlineData("idn-email", "a@üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.example")]
    [InlineData("hostname", "xn--")]
    [InlineData("hostname", "xn--99999999")]
    [InlineData("hostname", "xn--a-ecp.ru\u00AD")]
    [InlineData("idn-hostname", "Bücher")]
    [InlineData("idn-hostname", "ａ")]
    [InlineData("idn-hostname", "a\u0308")]
    [InlineData("ipv6", "1:2:3:4:5:6:7:8::")]
    [InlineData("ipv6", "::1.2.3.4:5")]
    [InlineData("ipv6", "")]
    [InlineData("uri", "")]
    [InlineData("uri", "http://[::1")]
    [InlineData("uri", "http://[v.a]")]
    [InlineData("uri", "http://a:1:2")]
    [InlineData("iri", "http://a/\uFDD0")]
    [InlineData("iri", "http://a/\uE000")]
    [InlineData("uri-template", "{a")]
    [InlineData("uri-template", "{a:}")]
    [InlineData("uuid", "{2eb8aa08-aa98-11ea-b4aa-73b441d163}")]
    [InlineData("uri-template", "{}")]
    [InlineData("relative-json-pointer", "0-")]
    [InlineData("relative-json-pointer", "0+01")]
    [InlineData("relative-json-pointer", "0+-1")]
    [InlineData("relative-json-pointer", "0#-1")]
    [InlineData("regex", "a{2,1}")]
    [InlineData("regex", "[b-a]")]
    [InlineData("regex", "[\\d-z]")]
    [InlineData("regex", "(?<a>.)(?<a>.)")]
    [InlineData("regex", "\\k<a>")]
    [InlineData("regex", "\\1")]
    [InlineData("regex", "(?=a)*")]
    [InlineData("regex", "\\u{110000}")]
    [InlineData("regex", "\\")]
    [InlineData("regex", "a)")]
    public void A_text_has_not_the_format(string format, string text) => Assert.False(Matches(format, text));

    [Theory]
    [InlineData("\"2026-01-3\\u0031\"", true)]
    [InlineData("\"2026-01-3\\u0032\"", false)]
    public void Escapes_are_resolved_first(string json, bool valid)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.Equal(valid, StringFormat.Date.Matches(ref reader));
    }

    [Fact]
    public void A_long_escaped_string_is_read_whole()
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes("\"\\u002F" + new string('a', 5000) + "~2\""));
        reader.Read();

        Assert.False(StringFormat.JsonPointer.Matches(ref reader));
    }

    [Fact]
    public void A_deeply_nested_expression_is_refused_before_the_stack_ends() =>
        Assert.False(Matches("regex", new string('(', 100_000) + new string(')', 100_000)));

    [Fact]
    public void No_format_throws_on_any_prefix_or_change_of_a_text()
    {
        string[] seeds = ["1998-12-31T23:59:60.5+00:00", "P1Y2M3DT4H5M6S", "\"a b\"@[IPv6:::1]", "xn--4dbc5h.a", "١.א", "l·l", "http://u@[v1.a]:8/%41?q#f", "{+a.b:3,c*}", "(?<n>[a-z]{1,2})\\k<n>\\u{41}", "120#"];
        foreach (var name in new[] { "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "iri-reference", "uri-template", "uuid", "json-pointer", "relative-json-pointer", "regex" })
        {
            foreach (var seed in seeds)
            {
                for (var at = 0; at <= seed.Length; at++)
                {
                    Matches(name, seed[..at]);
                    foreach (var other in "0aé%[]{}()-:.\"\\")
                        Matches(name, seed[..at] + other + seed[Math.Min(seed.Length, at + 1)..]);
                }
            }
        }
    }

    private static bool Matches(string format, string text) => StringFormatNames.Find(format)!.IsMatch(Encoding.UTF8.GetBytes(text));
}
