using System.Text;

namespace Parley.Tests.Validation;

public sealed class NumberChecksTests
{
    [Theory]
    [InlineData("5", true, 5)]
    [InlineData("5.0", true, 5)]
    [InlineData("5e1", true, 50)]
    [InlineData("5.5", false, 0)]
    [InlineData("1e30", false, 0)]
    [InlineData("\"5\"", false, 0)]
    [InlineData("null", false, 0)]
    public void Integers_are_read_by_value(string json, bool expected, long value)
    {
        var reader = At(json);

        Assert.Equal(expected, NumberChecks.TryReadInt64(ref reader, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("5", 5, 0)]
    [InlineData("4.999999999999999999999", 5, -1)]
    [InlineData("5.000000000000000000001", 5, 1)]
    [InlineData("1e400", 5, 1)]
    [InlineData("-1e400", 5, -1)]
    public void Comparison_with_an_integer_is_exact(string json, long bound, int sign)
    {
        var reader = At(json);

        Assert.Equal(sign, Math.Sign(NumberChecks.Compare(ref reader, bound)));
        Assert.Equal(sign == 0, NumberChecks.Is(ref reader, bound));
        Assert.Equal(sign, Math.Sign(NumberChecks.Compare(ref reader, (JsonNumber)bound)));
    }

    [Fact]
    public void A_string_is_no_number()
    {
        var reader = At("\"5\"");

        Assert.False(NumberChecks.Is(ref reader, 5));
        Assert.False(NumberChecks.Is(ref reader, JsonNumber.Parse("5")));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("1.5", false)]
    [InlineData("12345678901234567890123", true)]
    public void IsInteger_has_no_size_limit(string json, bool expected)
    {
        var reader = At(json);

        Assert.Equal(expected, NumberChecks.IsInteger(ref reader));
    }

    private static Utf8JsonCursor At(string json)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
