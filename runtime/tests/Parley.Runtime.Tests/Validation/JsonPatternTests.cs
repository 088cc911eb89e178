using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parley.Tests.Validation;

public sealed class JsonPatternTests
{
    [Theory]
    [InlineData("^a*$", "aaa", true)]
    [InlineData("^a*$", "aaa\n", false)]
    [InlineData("b", "abc", true)]
    [InlineData("""^\d+$""", "123", true)]
    [InlineData("""^\d+$""", "١٢٣", false)]
    [InlineData("""^\D+$""", "ab١", true)]
    [InlineData("""^\w+$""", "a_9", true)]
    [InlineData("""^\w$""", "é", false)]
    [InlineData("""^\W$""", "é", true)]
    [InlineData("""^\s+$""", " \u00a0\ufeff\u2029", true)]
    [InlineData("""^\s$""", "\u200b", false)]
    [InlineData("""^\S$""", "\ufeff", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^.$", "\u0085", true)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^😀*$", "😀😀", true)]
    [InlineData("^[😀-😂]$", "😁", true)]
    [InlineData("^[😀-😂]$", "😃", false)]
    [InlineData("^[^😀-😂]$", "😁", false)]
    [InlineData("^[^😀-😂]$", "😃", true)]
    [InlineData("""^\u{1F600}$""", "😀", true)]
    [InlineData("""^\ud83d\ude00+$""", "😀😀", true)]
    [InlineData("""^[\d-z]+$""", "1-z", true)]
    [InlineData("""^[\W]$""", "a", false)]
    [InlineData("""^[\D]$""", "😀", true)]
    [InlineData("""^[a-z-[aeiou]]$""", "a]", true)]
    [InlineData("[]", "a", false)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData("""\bfoo\b""", "a foo b", true)]
    [InlineData("""\bfoo\b""", "éfooé", true)]
    [InlineData("""^(?:a|b)(?=c)c$""", "bc", true)]
    [InlineData("""^(a)\1$""", "aa", true)]
    [InlineData("""^(?<x>a)\k<x>$""", "aa", true)]
    [InlineData("""^\p{Letter}+$""", "aé", true)]
    [InlineData("""^[\p{L}]+$""", "a1", false)]
    [InlineData("^a{2,3}$", "aa", true)]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("^x #y$", "x #y", true)]
    [InlineData("""^\/\-\.$""", "/-.", true)]
    [InlineData("""^\cJ$""", "\n", true)]
    [InlineData("""^\x41$""", "A", true)]
    [InlineData("İ", "i", false)]
    public void An_expression_means_what_ECMA_262_says(string pattern, string text, bool expected)
    {
        var compiled = new JsonPattern(pattern);
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(text)));
        reader.Read();

        Assert.Equal(expected, compiled.Matches(text));
        Assert.Equal(expected, compiled.Matches(ref reader));
    }

    [Fact]
    public void Text_made_to_stall_a_backtracking_matcher_is_decided() =>
        Assert.False(new JsonPattern("^(a+)+$").Matches(new string('a', 100_000) + "b"));

    [Fact]
    public void A_match_that_takes_too_long_is_left_undecided() =>
        Assert.Throws<RegexMatchTimeoutException>(() => new JsonPattern("^(?=(a+)+$)b").Matches(new string('a', 40) + "b"));

    [Theory]
    [InlineData("""^.{1,4000}\s*$""", "some text", "")]
    [InlineData("""^\S.{0,2000}\S*$""", "some text", " text")]
    [InlineData("^[a-z0-9]+(-[a-z0-9]{1,64}){0,200}$", "a-b-c9", "a--b")]
    public void Counted_repetition_may_be_larger_than_an_automaton(string pattern, string matching, string other)
    {
        var compiled = new JsonPattern(pattern);

        Assert.True(compiled.Matches(matching));
        Assert.False(compiled.Matches(other));
    }

    [Fact]
    public void Long_texts_match_too() => Assert.True(new JsonPattern("^[a-z]+$").Matches(new string('a', 10_000)));

    [Theory]
    [InlineData("^-?[0-9]+$")]
    [InlineData("^[0-9A-Za-z]+$")]
    [InlineData("""^\d{2}-\d{1,2}$""")]
    [InlineData("^a{2,}b?$")]
    [InlineData("^a*ab$")]
    [InlineData("^[ab]*b?a$")]
    [InlineData("^a?-?a$")]
    [InlineData("^a?b?a$")]
    [InlineData("^a{0}b$")]
    [InlineData("^a+?a$")]
    [InlineData("^[a-]+$")]
    [InlineData("""^[\w.-]*$""")]
    [InlineData("""^[0\-9]+$""")]
    [InlineData("^a|b$")]
    [InlineData("^(ab)*$")]
    [InlineData("^$")]
    [InlineData("""^a\$""")]
    public void A_text_in_place_gets_the_verdict_of_the_general_matcher(string pattern)
    {
        var compiled = new JsonPattern(pattern);
        foreach (var text in Texts("ab-09$é", longest: 4))
        {
            var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes($"\"{text}\""));
            reader.Read();

            Assert.True(compiled.Matches(text) == compiled.Matches(ref reader), $"{pattern} on {text}");
        }
    }

    // Every text of the letters up to a length.
    private static IEnumerable<string> Texts(string letters, int longest) =>
        longest == 0 ? [""] : Texts(letters, longest - 1).SelectMany(text => text.Length == longest - 1 ? letters.Select(letter => text + letter).Prepend(text) : [text]);
}
