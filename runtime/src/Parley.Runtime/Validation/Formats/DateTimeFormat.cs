using System.Text;

namespace Parley;

/// <summary>Dates and times of RFC 3339, section 5.6.</summary>
internal static class DateTimeFormat
{
    private const int DateLength = 10;
    private const int MinutesOfDay = 24 * 60;

    /// <summary><c>full-date "T" full-time</c>.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > DateLength && IsDate(text[..DateLength]) && (text[DateLength] | 0x20) == 't' && IsTime(text[(DateLength + 1)..]);

    /// <summary><c>full-date</c>, of the Gregorian calendar in all years from 0000.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-')
            return false;

        var century = TwoDigits(text);
        var year = TwoDigits(text[2..]);
        var month = TwoDigits(text[5..]);
        var day = TwoDigits(text[8..]);
        return century >= 0 && year >= 0 && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn((century * 100) + year, month);
    }

    /// <summary><c>full-time</c>: second 60 only at 23:59 UTC.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
            return false;

        var hour = TwoDigits(text);
        var minute = TwoDigits(text[3..]);
        var second = TwoDigits(text[6..]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
            return false;

        var rest = text[8..];
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0)
                return false;
            rest = rest[(1 + digits)..];
        }

        return TryReadOffset(rest, out var offset)
            && (second < 60 || ((hour * 60) + minute - offset + MinutesOfDay) % MinutesOfDay == MinutesOfDay - 1);
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (Ascii.EqualsIgnoreCase(text, "Z"u8))
            return true;
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
            return false;

        var hour = TwoDigits(text[1..]);
        var minute = TwoDigits(text[4..]);
        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // -1 when they are no digits.
    private static int TwoDigits(ReadOnlySpan<byte> text) =>
        char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1]) ? ((text[0] - '0') * 10) + text[1] - '0' : -1;
}
