namespace Parley;

/// <summary>Durations of RFC 3339, appendix A: units in order and without a gap, weeks alone.</summary>
internal static class DurationFormat
{
    public static bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P')
            return false;

        var rest = text[1..];
        if (rest[^1] == 'W')
            return TakeUnits(ref rest, "W"u8) && rest.IsEmpty;

        var hasDate = TakeUnits(ref rest, "YMD"u8);
        if (rest.IsEmpty)
            return hasDate;
        if (rest[0] != 'T')
            return false;
        rest = rest[1..];
        return TakeUnits(ref rest, "HMS"u8) && rest.IsEmpty;
    }

    // Takes one or more numbers whose units follow one another in the list.
    private static bool TakeUnits(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        var next = -1;
        while (true)
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0)
                return next >= 0;

            var unit = units.IndexOf(text[digits]);
            if (unit < 0 || (next >= 0 && unit != next))
                return false;
            next = unit + 1;
            text = text[(digits + 1)..];
        }
    }
}
