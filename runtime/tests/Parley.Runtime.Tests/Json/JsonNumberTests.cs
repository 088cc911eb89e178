using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Parley.Tests.Json;

public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("0", "-0.0e9")]
    [InlineData("0.1", "1E-1")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890.000")]
    [InlineData("12345678901234567890", "1.2345678901234567890e19")]
    [InlineData("5e1000", "50e999")]
    public void Equal_values_are_equal_however_they_are_written(string left, string right)
    {
        Assert.Equal(JsonNumber.Parse(left), JsonNumber.Parse(right));
        Assert.Equal(JsonNumber.Parse(left).GetHashCode(), JsonNumber.Parse(right).GetHashCode());
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("-2", "-1")]
    [InlineData("-1", "0.001")]
    [InlineData("0.1", "0.10000000000000000000000001")]
    [InlineData("9007199254740992", "9007199254740993")]
    [InlineData("99999999999999999999", "100000000000000000000")]
    [InlineData("1e308", "1e400")]
    [InlineData("-1e400", "1e-400")]
    [InlineData("1e-400", "1e-399")]
    [InlineData("1.5", "1e1")]
    [InlineData("123e30", "124e30")]
    public void Comparison_is_exact(string smaller, string larger)
    {
        Assert.True(JsonNumber.Parse(smaller) < JsonNumber.Parse(larger));
        Assert.True(JsonNumber.Parse(larger) > JsonNumber.Parse(smaller));
        Assert.NotEqual(JsonNumber.Parse(smaller), JsonNumber.Parse(larger));
    }

    [Theory]
    [InlineData("10", "5", true)]
    [InlineData("4.5", "1.5", true)]
    [InlineData("35", "1.5", false)]
    [InlineData("0.0075", "0.0001", true)]
    [InlineData("0.00751", "0.0001", false)]
    [InlineData("1e308", "0.123456789", false)]
    [InlineData("1e400", "1e-400", true)]
    [InlineData("0", "7", true)]
    [InlineData("-21", "7", true)]
    [InlineData("123456789012345678901234567890", "10", true)]
    [InlineData("123456789012345678901234567891", "10", false)]
    [InlineData("12", "100", false)]
    public void MultipleOf_is_exact(string value, string divisor, bool expected) =>
        Assert.Equal(expected, JsonNumber.Parse(value).IsMultipleOf(JsonNumber.Parse(divisor)));

    [Theory]
    [InlineData("9223372036854775807", true, long.MaxValue)]
    [InlineData("-9223372036854775808", true, long.MinValue)]
    [InlineData("9223372036854775808", false, 0)]
    [InlineData("-9223372036854775809", false, 0)]
    [InlineData("1.0", true, 1)]
    [InlineData("12e2", true, 1200)]
    [InlineData("1.5", false, 0)]
    [InlineData("1e400", false, 0)]
    public void An_integer_that_fits_is_given_out(string text, bool fits, long expected)
    {
        Assert.Equal(fits, JsonNumber.Parse(text).TryGetInt64(out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("12345678910111213141516", "12345678910111213141516")]
    [InlineData("-1.2345678910111213141516e22", "-12345678910111213141516")]
    [InlineData("12e30", "12000000000000000000000000000000")]
    [InlineData("-0.0", "0")]
    [InlineData("7", "7")]
    [InlineData("1.5", null)]
    [InlineData("1e10000", null)]
    [InlineData("1e999999999999999999999", null)]
    public void An_integer_of_any_size_is_given_out(string text, string? expected)
    {
        var isInteger = JsonNumber.Parse(text).TryGetBigInteger(out var value);

        Assert.Equal(expected, isInteger ? value.ToString(CultureInfo.InvariantCulture) : null);
        if (isInteger)
            Assert.Equal(JsonNumber.Parse(text), value);
    }

    [Fact]
    public void A_number_of_ten_thousand_digits_is_the_longest_that_is_given_out()
    {
        Assert.True(JsonNumber.Parse("9e9999").TryGetBigInteger(out var value));
        Assert.Equal(9 * BigInteger.Pow(10, 9999), value);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("1e-1", false)]
    [InlineData("10e-1", true)]
    [InlineData("123456789012345678901234567890", true)]
    [InlineData("123456789012345678901234567890.5", false)]
    public void IsInteger_looks_at_the_value(string text, bool expected) => Assert.Equal(expected, JsonNumber.Parse(text).IsInteger);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.50")]
    [InlineData("-0.001")]
    [InlineData("1E400")]
    [InlineData("123456789012345678901234567890.123")]
    [InlineData("9223372036854775807")]
    public void Text_is_written_as_it_was_read(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
            JsonNumber.Parse(text).WriteTo(writer);

        Assert.Equal(text, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("1 ")]
    [InlineData("NaN")]
    public void What_is_no_JSON_number_is_refused(string text) => Assert.Throws<FormatException>(() => JsonNumber.Parse(text));

    [Fact]
    public void Other_numbers_convert()
    {
        Assert.Equal(JsonNumber.Parse("1.5"), (JsonNumber)1.5m);
        Assert.Equal(JsonNumber.Parse("-9223372036854775808"), (JsonNumber)long.MinValue);
        Assert.Equal(JsonNumber.Parse("0.1"), JsonNumber.FromDouble(0.1));
        Assert.Throws<ArgumentException>(() => JsonNumber.FromDouble(double.NaN));
        Assert.True(JsonNumber.Parse("0.10").TryGetDecimal(out var value));
        Assert.Equal(0.1m, value);
        Assert.False(JsonNumber.Parse("1e400").TryGetDecimal(out _));
    }

    [Fact]
    public void A_million_digits_cost_no_more_than_their_length()
    {
        var number = JsonNumber.Parse(new string('9', 1_000_000));

        Assert.True(number > JsonNumber.Parse("1e999999"));
        Assert.True(number.IsMultipleOf(9));
        Assert.False(number.IsMultipleOf(10));
    }
}
