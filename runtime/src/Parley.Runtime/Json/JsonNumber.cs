using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Parley;

/// <summary>
/// A JSON number, exact: neither rounded nor limited in size. Equal to another when the values are, so 1.0 equals 1. Exponents are told apart
/// up to ±10^15; beyond that numbers with the same digits count as equal.
/// </summary>
public readonly struct JsonNumber : IEquatable<JsonNumber>, IComparable<JsonNumber>
{
    // The value is significand × 10^exponent, unless there is text: then the number has too many digits for that.
    private readonly long _significand;
    private readonly int _exponent;
    private readonly string? _text;

    internal JsonNumber(long significand, int exponent)
    {
        _significand = significand;
        _exponent = exponent;
    }

    internal JsonNumber(string text) => _text = text;

    /// <summary>Whether there is no fractional part: true for 1.0 and 1e2.</summary>
    public bool IsInteger =>
        IsSmall && _exponent >= -18
            ? _exponent >= 0 || _significand % JsonNumberText.PowerOfTen(-_exponent) == 0
            : Exact().IsInteger;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => IsSmall ? _significand == 0 : Exact().IsZero;

    private bool IsSmall => _text is null;

    // Up to nine digits: nine more by which numbers lie apart still fit 64 bits.
    private bool IsShort => IsSmall && _significand is > -1_000_000_000 and < 1_000_000_000;

    /// <summary>Takes a JSON number's text.</summary>
    /// <exception cref="FormatException">The text is not a JSON number.</exception>
    public static JsonNumber Parse(string json) => Parse(System.Text.Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonNumber Parse(ReadOnlySpan<byte> utf8Json) =>
        JsonNumberText.IsNumber(utf8Json) ? JsonNumberText.Parse(utf8Json) : throw new FormatException("The text is not a JSON number.");

    /// <summary>Takes the number under a reader.</summary>
    /// <param name="reader">On a number.</param>
    public static JsonNumber Read(scoped ref Utf8JsonCursor reader) => JsonNumberText.Parse(reader.ValueSpan);

    /// <summary>A double's shortest text that reads back as the same double.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static JsonNumber FromDouble(double value) =>
        double.IsFinite(value)
            ? Parse(value.ToString("R", CultureInfo.InvariantCulture))
            : throw new ArgumentException("JSON has no number for it.", nameof(value));

    /// <summary>The number as a 64-bit integer, when it is one.</summary>
    public bool TryGetInt64(out long value)
    {
        if (IsSmall && _exponent == 0)
        {
            value = _significand;
            return true;
        }

        return Exact().TryGetInt64(out value);
    }

    /// <summary>The number as an integer of any size, when it is one of at most 10000 digits: the text of a larger one may be short, as that of 1e999999999 is.</summary>
    public bool TryGetBigInteger(out BigInteger value) => Exact().TryGetBigInteger(out value);

    /// <summary>The number as a decimal, when that is exact.</summary>
    public bool TryGetDecimal(out decimal value) =>
        decimal.TryParse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Parse(value.ToString(CultureInfo.InvariantCulture)) == this;

    /// <summary>The nearest double; infinite when the number is beyond all doubles.</summary>
    public double ToDouble() => double.Parse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether dividing by another number gives an integer.</summary>
    /// <param name="divisor">Greater than zero.</param>
    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (TryAlign(divisor, out var dividend, out var aligned))
            return dividend % aligned == 0;

        return Exact().IsMultipleOf(divisor.Exact());
    }

    /// <inheritdoc/>
    public int CompareTo(JsonNumber other)
    {
        var apart = (long)_exponent - other._exponent;
        if (IsShort && other.IsShort && apart is >= -9 and <= 9)
        {
            return apart > 0
                ? (_significand * JsonNumberText.PowerOfTen((int)apart)).CompareTo(other._significand)
                : _significand.CompareTo(other._significand * JsonNumberText.PowerOfTen((int)-apart));
        }

        if (TryAlign(other, out var left, out var right))
            return left.CompareTo(right);

        return Exact().CompareTo(other.Exact());
    }

    /// <inheritdoc/>
    public bool Equals(JsonNumber other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Exact().GetHashCode();

    /// <summary>Writes the number with all its digits.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (IsSmall && _exponent == 0)
            writer.WriteNumberValue(_significand);
        else
            writer.WriteRawValue(ToString(), skipInputValidation: true);
    }

    /// <summary>The number as JSON.</summary>
    public override string ToString() => _text ?? JsonNumberText.Format(_significand, _exponent);

    /// <summary>An integer is a number.</summary>
    public static implicit operator JsonNumber(long value) =>
        value is > -JsonNumberText.TenTo18 and < JsonNumberText.TenTo18 ? new(value, 0) : new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer of any size is a number.</summary>
    public static implicit operator JsonNumber(BigInteger value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A decimal is a number.</summary>
    public static implicit operator JsonNumber(decimal value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Equal values.</summary>
    public static bool operator ==(JsonNumber left, JsonNumber right) => left.Equals(right);

    /// <summary>Different values.</summary>
    public static bool operator !=(JsonNumber left, JsonNumber right) => !left.Equals(right);

    /// <summary>By value.</summary>
    public static bool operator <(JsonNumber left, JsonNumber right) => left.CompareTo(right) < 0;

    /// <summary>By value.</summary>
    public static bool operator >(JsonNumber left, JsonNumber right) => left.CompareTo(right) > 0;

    /// <summary>By value.</summary>
    public static bool operator <=(JsonNumber left, JsonNumber right) => left.CompareTo(right) <= 0;

    /// <summary>By value.</summary>
    public static bool operator >=(JsonNumber left, JsonNumber right) => left.CompareTo(right) >= 0;

    // Within 18 powers of ten both significands fit into 128 bits on a common exponent.
    private bool TryAlign(JsonNumber other, out Int128 left, out Int128 right)
    {
        left = _significand;
        right = other._significand;
        var apart = (long)_exponent - other._exponent;
        if (!IsSmall || !other.IsSmall || apart is < -18 or > 18)
            return false;

        if (apart > 0)
            left *= JsonNumberText.PowerOfTen((int)apart);
        else
            right *= JsonNumberText.PowerOfTen((int)-apart);
        return true;
    }

    private ExactDecimal Exact() => ExactDecimal.Of(_text ?? JsonNumberText.Format(_significand, _exponent));
}
