using System.Globalization;

namespace Parley.Schema.Json;

/// <summary>Exact questions to the source text of a JSON number; nothing goes through floating point.</summary>
public static class JsonNumberText
{
    // A number with more digits than this is never within the range of a long.
    private const int LongDigits = 19;

    /// <summary>Reads a number without a fractional part, <c>1.0</c> and <c>1e2</c> included, within the range of a long.</summary>
    public static bool TryGetInteger(string lexeme, out long value)
    {
        value = 0;
        var (negative, digits, exponent) = Split(lexeme);
        if (digits.Length == 0)
            return true;
        if (exponent < 0 || digits.Length + exponent > LongDigits)
            return false;

        var text = (negative ? "-" : "") + digits + new string('0', (int)exponent);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether the number, a fractional part aside, is out of the range of a long.</summary>
    public static bool IsBeyondLong(string lexeme)
    {
        var (negative, digits, exponent) = Split(lexeme);
        var length = digits.Length + exponent;
        if (digits.Length == 0 || length <= 0)
            return false;
        if (length > LongDigits)
            return true;

        var integer = digits.PadRight((int)length, '0').Substring(0, (int)length);
        return !long.TryParse((negative ? "-" : "") + integer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>Whether the number is above zero.</summary>
    public static bool IsPositive(string lexeme)
    {
        var (negative, digits, _) = Split(lexeme);
        return !negative && digits.Length > 0;
    }

    /// <summary>A text that two lexemes share exactly when they are the same number.</summary>
    public static string Normalize(string lexeme)
    {
        var (negative, digits, exponent) = Split(lexeme);
        if (digits.Length == 0)
            return "0";
        return (negative ? "-" : "") + digits + "e" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    // The number is digits × 10^exponent; digits neither start nor end with a zero and are empty for zero itself.
    private static (bool Negative, string Digits, long Exponent) Split(string lexeme)
    {
        var negative = lexeme[0] == '-';
        var mantissaStart = negative ? 1 : 0;
        var mantissaEnd = lexeme.IndexOfAny(['e', 'E']);
        var exponent = 0L;
        if (mantissaEnd < 0)
            mantissaEnd = lexeme.Length;
        else
            exponent = ReadExponent(lexeme, mantissaEnd + 1);

        var mantissa = lexeme.Substring(mantissaStart, mantissaEnd - mantissaStart);
        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var digits = mantissa.TrimEnd('0');
        exponent += mantissa.Length - digits.Length;
        return (negative, digits.TrimStart('0'), exponent);
    }

    private static long ReadExponent(string lexeme, int start)
    {
        const long Limit = 1_000_000_000_000;
        var negative = lexeme[start] == '-';
        var value = 0L;
        for (var i = start + (lexeme[start] is '-' or '+' ? 1 : 0); i < lexeme.Length; i++)
            value = Math.Min(Limit, (value * 10) + (lexeme[i] - '0'));
        return negative ? -value : value;
    }
}
