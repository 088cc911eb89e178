using System.Globalization;
using System.Text;

namespace Parley;

/// <summary>Number texts to numbers and back.</summary>
internal static class JsonNumberText
{
    /// <summary>First significand that is too large for the small form.</summary>
    public const long TenTo18 = 1_000_000_000_000_000_000;

    private const int MaximumSmallExponent = 1_000_000_000;

    /// <summary>Whether the text is one JSON number and nothing else.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var at = text is [(byte)'-', ..] ? 1 : 0;
        var integer = Digits(text, at);
        if (integer == 0 || (integer > 1 && text[at] == '0'))
            return false;
        at += integer;

        if (at < text.Length && text[at] == '.')
        {
            var fraction = Digits(text, ++at);
            if (fraction == 0)
                return false;
            at += fraction;
        }

        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < text.Length && text[at] is (byte)'+' or (byte)'-')
                at++;
            var exponent = Digits(text, at);
            if (exponent == 0)
                return false;
            at += exponent;
        }

        return at == text.Length;
    }

    /// <summary>Takes a text that is known to be a JSON number.</summary>
    public static JsonNumber Parse(ReadOnlySpan<byte> text)
    {
        var at = 0;
        var negative = text[0] == '-';
        if (negative)
            at++;

        var significand = 0L;
        var scale = 0;
        var inFraction = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.')
            {
                inFraction = true;
                continue;
            }

            if (c is < (byte)'0' or > (byte)'9')
                break;

            // Before the product, which could overflow.
            if (significand >= TenTo18 / 10 || scale == MaximumSmallExponent)
                return Large(text);

            significand = (significand * 10) + (c - '0');
            if (inFraction)
                scale++;
        }

        var exponent = at < text.Length ? ExactDecimal.ParseExponent(text[(at + 1)..]) : 0;
        exponent -= scale;
        if (exponent is > MaximumSmallExponent or < -MaximumSmallExponent)
            return Large(text);

        return new JsonNumber(negative ? -significand : significand, (int)exponent);
    }

    /// <summary>The JSON text of significand × 10^exponent.</summary>
    public static string Format(long significand, int exponent)
    {
        if (exponent == 0)
            return significand.ToString(CultureInfo.InvariantCulture);

        // Plain notation as long as it is no longer than a few zeros; 0.000001 but 1E-30.
        if (exponent is < 0 and >= -24)
        {
            var digits = Math.Abs(significand).ToString(CultureInfo.InvariantCulture).PadLeft(1 - exponent, '0');
            var point = digits.Length + exponent;
            return $"{(significand < 0 ? "-" : "")}{digits[..point]}.{digits[point..]}";
        }

        return string.Create(CultureInfo.InvariantCulture, $"{significand}E{exponent}");
    }

    /// <summary>A power of ten.</summary>
    /// <param name="exponent">0 to 18.</param>
    public static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    private static JsonNumber Large(ReadOnlySpan<byte> text) => new(Encoding.ASCII.GetString(text));

    private static int Digits(ReadOnlySpan<byte> text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return at - start;
    }
}
