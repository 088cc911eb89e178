using System.Globalization;

namespace Parley;

/// <summary>Finds <c>\uD800</c> to <c>\uDFFF</c> escapes that form no pair.</summary>
internal static class SurrogateEscapes
{
    /// <summary>Byte offset of the first escape without its other half, or -1. The text need not be well-formed JSON.</summary>
    public static int FirstLone(ReadOnlySpan<byte> utf8Json)
    {
        var at = 0;
        while (true)
        {
            var next = utf8Json[at..].IndexOf((byte)'\\');
            if (next < 0)
                return -1;

            at += next;
            var unit = Unit(utf8Json, at);
            if (unit is >= 0xDC00 and <= 0xDFFF)
                return at;
            if (unit is >= 0xD800 and <= 0xDBFF)
            {
                if (Unit(utf8Json, at + 6) is not (>= 0xDC00 and <= 0xDFFF))
                    return at;
                at += 12;
            }
            else
            {
                // Past the escaped character, which may itself be a backslash.
                at += 2;
            }

            if (at >= utf8Json.Length)
                return -1;
        }
    }

    private static int Unit(ReadOnlySpan<byte> utf8Json, int at)
    {
        if (at + 6 > utf8Json.Length || utf8Json[at] != '\\' || utf8Json[at + 1] != 'u')
            return -1;

        return int.TryParse(utf8Json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? unit : -1;
    }
}
