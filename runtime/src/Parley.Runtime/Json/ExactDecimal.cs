using System.Globalization;
using System.Numerics;
using System.Text;

namespace Parley;

/// <summary>
/// A decimal number in its one normal form: sign, digits without zeros at either end, and how many digits stand before the point (negative when
/// zeros follow the point first). The slow, exact road for numbers; every step is linear in the digits.
/// </summary>
internal readonly struct ExactDecimal : IComparable<ExactDecimal>
{
    private const int LargestBigInteger = 10_000;
    private const long LargestExponent = 1_000_000_000_000_000;

    private readonly bool _negative;
    private readonly string _digits;
    private readonly long _point;

    private ExactDecimal(bool negative, string digits, long point)
    {
        _negative = negative;
        _digits = digits;
        _point = point;
    }

    public bool IsZero => _digits.Length == 0;

    public bool IsInteger => _point >= _digits.Length || IsZero;

    /// <summary>Takes a JSON number's text.</summary>
    public static ExactDecimal Of(string json)
    {
        var mantissaEnd = json.AsSpan().IndexOfAny('e', 'E');
        var exponent = mantissaEnd < 0 ? 0 : ParseExponent(Encoding.ASCII.GetBytes(json[(mantissaEnd + 1)..]));
        var negative = json[0] == '-';
        var mantissa = json[(negative ? 1 : 0)..(mantissaEnd < 0 ? json.Length : mantissaEnd)];

        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = pointAt < 0 ? mantissa : mantissa.Remove(pointAt, 1);
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        return digits.Length == 0
            ? new(false, "", 0)
            : new(negative, digits, (pointAt < 0 ? all.Length : pointAt) - leading + exponent);
    }

    /// <summary>An exponent's digits with optional sign; at most ±10^15, because nothing larger is told apart.</summary>
    public static long ParseExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        var exponent = 0L;
        foreach (var c in text[(text[0] is (byte)'-' or (byte)'+' ? 1 : 0)..])
            exponent = Math.Min((exponent * 10) + (c - '0'), LargestExponent);
        return negative ? -exponent : exponent;
    }

    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (!IsInteger || _point > 19)
            return false;

        var magnitude = UInt128.Zero;
        foreach (var digit in _digits)
            magnitude = (magnitude * 10) + (uint)(digit - '0');
        for (var i = _digits.Length; i < _point; i++)
            magnitude *= 10;

        var largest = _negative ? (UInt128)long.MaxValue + 1 : (UInt128)long.MaxValue;
        if (magnitude > largest)
            return false;

        value = unchecked(_negative ? -(long)magnitude : (long)magnitude);
        return true;
    }

    public bool TryGetBigInteger(out BigInteger value)
    {
        value = BigInteger.Zero;
        if (!IsInteger || _point > LargestBigInteger)
            return false;

        if (!IsZero)
            value = Sign * BigInteger.Parse(_digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, (int)(_point - _digits.Length));
        return true;
    }

    public bool IsMultipleOf(ExactDecimal divisor)
    {
        if (IsZero)
            return true;

        // Both as integers times a power of ten. With the smaller power on this side there is no integer quotient, because these digits do not end in zero.
        var apart = (_point - _digits.Length) - (divisor._point - divisor._digits.Length);
        if (apart < 0)
            return false;

        var modulus = BigInteger.Parse(divisor._digits, CultureInfo.InvariantCulture);
        var remainder = BigInteger.Zero;
        foreach (var digit in _digits)
            remainder = ((remainder * 10) + (digit - '0')) % modulus;
        return (remainder * BigInteger.ModPow(10, apart, modulus) % modulus).IsZero;
    }

    public int CompareTo(ExactDecimal other)
    {
        if (IsZero || other.IsZero)
            return Sign.CompareTo(other.Sign);
        if (_negative != other._negative)
            return _negative ? -1 : 1;

        var magnitude = _point != other._point ? _point.CompareTo(other._point) : string.CompareOrdinal(_digits, other._digits);
        return _negative ? -magnitude : magnitude;
    }

    public override int GetHashCode() => HashCode.Combine(_negative, _digits, _point);

    private int Sign => IsZero ? 0 : _negative ? -1 : 1;
}
