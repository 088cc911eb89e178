using System.Text;

namespace Parley.Tests.Validation;

public sealed class StringChecksTests
{
    [Theory]
    [InlineData("\"\"", 0)]
    [InlineData("\"abc\"", 3)]
    [InlineData("\"äöü\"", 3)]
    [InlineData("\"😀\"", 1)]
    [InlineData("\"\\ud83d\\ude00\"", 1)]
    [InlineData("\"\\uD83D\\uDE00x\"", 2)]
    [InlineData("\"\\u0041\\n\\\\\"", 3)]
    [InlineData("\"\\ud7ff\\ue000\"", 2)]
    public void Length_is_in_code_points(string json, int length)
    {
        for (var bound = 0; bound <= length + 2; bound++)
        {
            var reader = At(json);
            Assert.Equal(length >= bound, StringChecks.HasAtLeast(ref reader, bound));
            Assert.Equal(length <= bound, StringChecks.HasAtMost(ref reader, bound));
        }
    }

    [Theory]
    [InlineData("\"ab\"", true)]
    [InlineData("\"\\u0061b\"", true)]
    [InlineData("\"abc\"", false)]
    [InlineData("1", false)]
    [InlineData("{}", false)]
    public void Content_is_compared_unescaped(string json, bool expected)
    {
        var reader = At(json);

        Assert.Equal(expected, StringChecks.Is(ref reader, "ab"u8));
    }

    [Fact]
    public void A_name_longer_than_the_longest_known_one_is_not_unescaped()
    {
        var reader = At("\"\\u0061\\u0062\"");

        Assert.Equal("\\u0061\\u0062", Encoding.UTF8.GetString(StringChecks.MemberName(ref reader, longest: 1)));
        Assert.Equal("ab", Encoding.UTF8.GetString(StringChecks.MemberName(ref reader, longest: 2)));
    }

    private static Utf8JsonCursor At(string json)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
