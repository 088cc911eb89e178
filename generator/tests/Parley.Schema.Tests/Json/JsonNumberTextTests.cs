using Parley.Schema.Json;

namespace Parley.Schema.Tests.Json;

public sealed class JsonNumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("2.0", 2)]
    [InlineData("1e2", 100)]
    [InlineData("1200e-2", 12)]
    [InlineData("0.5e1", 5)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Whole_numbers_in_range_are_integers(string lexeme, long expected)
    {
        Assert.True(JsonNumberText.TryGetInteger(lexeme, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("1e-1")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-99999999999999999999")]
    public void Fractions_and_greater_numbers_are_not(string lexeme) => Assert.False(JsonNumberText.TryGetInteger(lexeme, out _));

    [Theory]
    [InlineData("0", false)]
    [InlineData("0e99", false)]
    [InlineData("0.5", false)]
    [InlineData("1e-400", false)]
    [InlineData("9223372036854775807", false)]
    [InlineData("9223372036854775807.5", false)]
    [InlineData("-9223372036854775808", false)]
    [InlineData("9223372036854775.808e3", true)]
    [InlineData("-9223372036854775809", true)]
    [InlineData("1e19", true)]
    [InlineData("-1e99999999999999999999", true)]
    public void A_number_may_be_beyond_a_long(string lexeme, bool expected) => Assert.Equal(expected, JsonNumberText.IsBeyondLong(lexeme));

    [Theory]
    [InlineData("0.001", true)]
    [InlineData("1e-400", true)]
    [InlineData("0", false)]
    [InlineData("0e5", false)]
    [InlineData("-0.0", false)]
    [InlineData("-1", false)]
    public void Only_numbers_above_zero_are_positive(string lexeme, bool expected) => Assert.Equal(expected, JsonNumberText.IsPositive(lexeme));
}
