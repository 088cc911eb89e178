namespace Parley;

/// <summary>Addresses as text: RFC 2673, section 3.2, and RFC 4291, section 2.2.</summary>
internal static class IpAddressFormat
{
    private const int Groups = 8;

    /// <summary>Four decimal numbers to 255 without leading zeros.</summary>
    public static bool IsIpv4(ReadOnlySpan<byte> text)
    {
        var parts = 0;
        foreach (var range in text.Split((byte)'.'))
        {
            if (++parts > 4 || !IsOctet(text[range]))
                return false;
        }

        return parts == 4;
    }

    /// <summary>Eight groups of hexadecimal digits, one run of zeros as <c>::</c>, the last two groups possibly as an IPv4 address.</summary>
    public static bool IsIpv6(ReadOnlySpan<byte> text)
    {
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
            return CountGroups(text, mayEndInIpv4: true) == Groups;

        var before = CountGroups(text[..gap], mayEndInIpv4: false);
        var after = CountGroups(text[(gap + 2)..], mayEndInIpv4: true);
        return before >= 0 && after >= 0 && before + after < Groups;
    }

    private static bool IsOctet(ReadOnlySpan<byte> text) =>
        text.Length is >= 1 and <= 3 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (text.Length == 1 || text[0] != '0')
        && (text.Length < 3 || text.SequenceCompareTo("255"u8) <= 0);

    // -1 when a group is malformed.
    private static int CountGroups(ReadOnlySpan<byte> text, bool mayEndInIpv4)
    {
        var count = 0;
        if (text.IsEmpty)
            return 0;

        foreach (var range in text.Split((byte)':'))
        {
            var group = text[range];
            if (mayEndInIpv4 && range.End.Value == text.Length && group.Contains((byte)'.'))
                return IsIpv4(group) ? count + 2 : -1;
            if (group.Length is 0 or > 4 || !IsHexadecimal(group))
                return -1;
            count++;
        }

        return count;
    }

    private static bool IsHexadecimal(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit((char)c))
                return false;
        }

        return true;
    }
}
