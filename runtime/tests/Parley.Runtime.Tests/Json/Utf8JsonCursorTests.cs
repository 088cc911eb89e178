using System.Text;
using System.Text.Json;

namespace Parley.Tests.Json;

/// <summary>The cursor against System.Text.Json's reader, which it must agree with token for token.</summary>
public sealed class Utf8JsonCursorTests
{
    // Every character that begins or ends something, blanks, and bytes that are never allowed.
    private static readonly byte[] Alphabet = [.. "{}[]:,\"\\/ \n\t0123-+.eEtrufalsn"u8, 0, 0x1F, 0x7F, 0x80, 0xC3, 0xA4];

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\uFEFF1")]
    [InlineData("1 2")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1,,2]")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("{]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1,\"b\"}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\"::1}")]
    [InlineData("{\"a\":}")]
    [InlineData("{a:1}")]
    [InlineData("{1:1}")]
    [InlineData("{\"a\":1 \"b\":2}")]
    [InlineData("[\"a\":1]")]
    [InlineData("]")]
    [InlineData("}")]
    [InlineData("1]")]
    [InlineData("1,")]
    [InlineData(",1")]
    [InlineData(":")]
    [InlineData("[")]
    [InlineData("[[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a")]
    [InlineData("\"")]
    [InlineData("\"a")]
    [InlineData("\"a\\")]
    [InlineData("\"\\\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12G4\"")]
    [InlineData("\"\\uD800\"")]
    [InlineData("\"\\uDC00\"")]
    [InlineData("\"\\uD800\\u0041\"")]
    [InlineData("\"\\uD800\\uD800\"")]
    [InlineData("\"\\uD83D\\uDE00\"")]
    [InlineData("\"\\ud83d\\ude00 \\b\\f\\n\\r\\t\\/\\\\\\\"\"")]
    [InlineData("\"tab\there\"")]
    [InlineData("\"line\nhere\"")]
    [InlineData("\"delete \u007F\"")]
    [InlineData("\"fünf 四 \U0001F600\"")]
    [InlineData("'a'")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("-01")]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.e1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1E-07")]
    [InlineData("0e0")]
    [InlineData("1.5.5")]
    [InlineData("0x1")]
    [InlineData("1a")]
    [InlineData("- 1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775808")]
    [InlineData("123456789012345678")]
    [InlineData("-123456789012345678")]
    [InlineData("tru")]
    [InlineData("True")]
    [InlineData("nul")]
    [InlineData("nullnull")]
    [InlineData("[true,false,null]")]
    [InlineData("\f1")]
    [InlineData("1\v")]
    [InlineData("[1]\u00A0")]
    [InlineData("\r\n\t [ \r\n ] \t")]
    public void Decides_about_edge_cases_like_the_reader(string text)
    {
        Comparison.Require(Encoding.UTF8.GetBytes(text), default, text);
        foreach (var lenient in LenientOptions)
            Comparison.Require(Encoding.UTF8.GetBytes(text), lenient, text);
    }

    [Theory]
    [InlineData("// c\n1")]
    [InlineData("1 // c")]
    [InlineData("/* c */1/* c */")]
    [InlineData("[/**/1/**/,/**/2/**/]")]
    [InlineData("[1,// c\r\n2,]")]
    [InlineData("{/**/\"a\":/**/1/**/,/**/\"b\":2}")]
    [InlineData("{\"a\"/**/:1}")]
    [InlineData("{\"a\":1,/**/}")]
    [InlineData("[/**/]")]
    [InlineData("{/**/}")]
    [InlineData("/")]
    [InlineData("1/")]
    [InlineData("1 /* c")]
    [InlineData("1 /*/")]
    [InlineData("// c")]
    [InlineData("[1,]")]
    [InlineData("[,]")]
    [InlineData("{,}")]
    [InlineData("[1,,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("1,")]
    public void Lets_comments_and_trailing_commas_pass_where_the_reader_does(string text)
    {
        Comparison.Require(Encoding.UTF8.GetBytes(text), default, text);
        foreach (var lenient in LenientOptions)
            Comparison.Require(Encoding.UTF8.GetBytes(text), lenient, text);
    }

    [Theory]
    [InlineData("\"\xFF\"")]
    [InlineData("\"0123456789abcdef\xC3\"")]
    [InlineData("\"\xC0\x80\"")]
    [InlineData("\"\xED\xA0\x80\"")]
    [InlineData("\"\xF4\x90\x80\x80\"")]
    [InlineData("{\"\x80\":1}")]
    [InlineData("\"\xC3\xA4\"")]
    [InlineData("\"0123456789abcdef\xF0\x9F\x98\x80 behind\"")]
    public void Refuses_strings_that_are_not_UTF_8(string bytes) =>
        Comparison.Require(Encoding.Latin1.GetBytes(bytes), default, bytes);

    [Fact]
    public void Agrees_about_every_text_of_up_to_three_characters()
    {
        Comparison.Require([], default, "");
        foreach (var a in Alphabet)
        {
            Comparison.Require([a], default, $"{a}");
            foreach (var b in Alphabet)
            {
                Comparison.Require([a, b], default, $"{a} {b}");
                foreach (var c in Alphabet)
                    Comparison.Require([a, b, c], default, $"{a} {b} {c}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agrees_about_random_texts_and_their_mutants(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2500; round++)
        {
            var text = new RandomJson(random).Text();
            var options = round % 5 == 0 ? LenientOptions[random.Next(LenientOptions.Length)] : default;
            Comparison.Require(text, options, $"seed {seed}, round {round}: {Encoding.Latin1.GetString(text)}");
            for (var mutant = 0; mutant < 3; mutant++)
            {
                RandomJson.Mutate(random, ref text, Alphabet);
                Comparison.Require(text, options, $"seed {seed}, round {round}, mutant {mutant}: {Encoding.Latin1.GetString(text)}");
            }
        }
    }

    [Fact]
    public void What_lies_behind_the_end_of_the_text_does_not_matter()
    {
        var texts = (string[])["{\"abcdefghijklmnop\":\"\\uD83D\\uDE00\\n4567890abcdef ü\",\"b\" : [-1.5e+10,true,false,null]} ", "\"0123456789abcdef0123456789abcde\"", "12", "\"\\uD83D\\uDE00\""];
        foreach (var text in texts.Select(Encoding.UTF8.GetBytes))
        {
            for (var length = 0; length <= text.Length; length++)
            {
                var alone = Verdict(text.AsSpan(0, length).ToArray());
                foreach (var other in (byte[])[(byte)'"', (byte)'0', (byte)'\\', (byte)'}', (byte)' '])
                {
                    byte[] continued = [.. text.AsSpan(0, length), .. Enumerable.Repeat(other, 64)];
                    Assert.Equal(alone, Verdict(continued.AsSpan(0, length)));
                }

                Assert.Equal(alone, Verdict(text.AsSpan(0, length)));
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(0, 64)]
    [InlineData(0, 65)]
    [InlineData(64, 65)]
    [InlineData(1000, 129)]
    [InlineData(1000, 1000)]
    [InlineData(1000, 1001)]
    public void Counts_levels_as_the_reader_does(int maxDepth, int levels)
    {
        var random = new Random(levels);
        var open = string.Concat(Enumerable.Range(0, levels).Select(_ => random.Next(2) == 0 ? "[" : "{\"a\":"));
        var close = string.Concat(open.Where(c => c is '[' or '{').Reverse().Select(c => c == '[' ? ",1]" : ",\"b\":2}"));
        Comparison.Require(Encoding.UTF8.GetBytes(open + "0" + close), new JsonReaderOptions { MaxDepth = maxDepth }, open);
    }

    [Fact]
    public void Copies_walk_on_their_own()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[{\"a\":[", 60)) + string.Concat(Enumerable.Repeat("],\"b\":{}},[]]", 60)));
        var cursor = new Utf8JsonCursor(text, new JsonReaderOptions { MaxDepth = 1000 });
        while (cursor.Read())
        {
            var ahead = cursor;
            while (ahead.Read())
            {
            }

            Assert.Equal(text.Length, ahead.BytesConsumed);
        }

        Assert.Equal(text.Length, cursor.BytesConsumed);
    }

    [Fact]
    public void Refusal_names_line_and_byte()
    {
        var refusal = Assert.Throws<JsonException>(static () =>
        {
            var cursor = new Utf8JsonCursor("[1,\n  x]"u8);
            while (cursor.Read())
            {
            }
        });

        Assert.Equal((1, 2), (refusal.LineNumber, refusal.BytePositionInLine));
    }

    // How many tokens there are and where reading ended, and whether in a refusal.
    private static (int Tokens, long End, bool IsWhole) Verdict(ReadOnlySpan<byte> text)
    {
        var cursor = new Utf8JsonCursor(text);
        var tokens = 0;
        try
        {
            while (cursor.Read())
                tokens++;
            return (tokens, cursor.BytesConsumed, true);
        }
        catch (JsonException)
        {
            return (tokens, cursor.BytesConsumed, false);
        }
    }

    private static JsonReaderOptions[] LenientOptions { get; } =
    [
        new() { CommentHandling = JsonCommentHandling.Skip },
        new() { AllowTrailingCommas = true },
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 3 },
    ];
}
