using System.Globalization;

namespace Parley;

/// <summary>Escapes of ECMA-262 expressions.</summary>
internal static class EcmaEscapes
{
    /// <summary>The character that an escape stands for.</summary>
    /// <param name="source">The expression.</param>
    /// <param name="at">Behind the escape's letter; moves behind the escape.</param>
    /// <param name="letter">The character behind the backslash.</param>
    public static int CodePoint(string source, ref int at, char letter)
    {
        switch (letter)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case '0': return '\0';
            case 'c' when at < source.Length && char.IsAsciiLetter(source[at]):
                return source[at++] & 0x1F;
            case 'x':
                return Hex(source, ref at, 2) ?? letter;
            case 'u' when at < source.Length && source[at] == '{' && source.IndexOf('}', at) is > 0 and var end:
                var point = ParseHex(source.AsSpan(at + 1, end - at - 1)) is { } value and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) ? value : 0xFFFD;
                at = end + 1;
                return point;
            case 'u':
                return Unicode(source, ref at) ?? letter;
            default:
                return letter;
        }
    }

    /// <summary>A property escape with .NET's name of the property.</summary>
    /// <inheritdoc cref="CodePoint"/>
    public static string Property(string source, ref int at, char letter)
    {
        var end = at < source.Length && source[at] == '{' ? source.IndexOf('}', at) : -1;
        if (end < 0)
            return letter.ToString();

        var name = source[(at + 1)..end];
        at = end + 1;
        return GeneralCategories.Class(letter, name);
    }

    /// <summary>One UTF-16 unit as an escape.</summary>
    public static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:x4}");

    /// <summary>A character beyond U+FFFF as two escapes.</summary>
    public static string Pair(int point)
    {
        var pair = char.ConvertFromUtf32(point);
        return Unit(pair[0]) + Unit(pair[1]);
    }

    private static int? Unicode(string source, ref int at)
    {
        if (Hex(source, ref at, 4) is not { } high)
            return null;
        if (high is < 0xD800 or > 0xDBFF || at + 6 > source.Length || source[at] != '\\' || source[at + 1] != 'u')
            return high;

        var next = at + 2;
        if (Hex(source, ref next, 4) is not { } low || low is < 0xDC00 or > 0xDFFF)
            return high;
        at = next;
        return char.ConvertToUtf32((char)high, (char)low);
    }

    private static int? Hex(string source, ref int at, int digits)
    {
        if (at + digits > source.Length || ParseHex(source.AsSpan(at, digits)) is not { } value)
            return null;
        at += digits;
        return value;
    }

    private static int? ParseHex(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
