namespace Parley;

/// <summary>URIs and references of RFC 3986, and IRIs of RFC 3987.</summary>
internal static class UriFormat
{
    /// <summary>Whether a text is a URI reference.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="international">IRIs too.</param>
    /// <param name="absolute">Only with a scheme.</param>
    public static bool IsMatch(ReadOnlySpan<byte> text, bool international, bool absolute)
    {
        if (text.IndexOf((byte)'#') is >= 0 and var hash)
        {
            if (!UriSyntax.Holds(text[(hash + 1)..], UriSyntax.Query, international))
                return false;
            text = text[..hash];
        }

        if (text.IndexOf((byte)'?') is >= 0 and var mark)
        {
            if (!UriSyntax.Holds(text[(mark + 1)..], UriSyntax.Query, international, isPrivateAllowed: true))
                return false;
            text = text[..mark];
        }

        // A colon in the first segment ends a scheme: a relative path may not have one there.
        var colon = text.IndexOfAny((byte)':', (byte)'/');
        if (colon >= 0 && text[colon] == ':')
        {
            if (!IsScheme(text[..colon]))
                return false;
            text = text[(colon + 1)..];
        }
        else if (absolute)
        {
            return false;
        }

        if (text.StartsWith("//"u8))
        {
            text = text[2..];
            var slash = text.IndexOf((byte)'/');
            var end = slash < 0 ? text.Length : slash;
            if (!IsAuthority(text[..end], international))
                return false;
            text = text[end..];
        }

        return UriSyntax.Holds(text, UriSyntax.Path, international);
    }

    private static bool IsScheme(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter((char)text[0]))
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)c) && c is not ((byte)'+' or (byte)'-' or (byte)'.'))
                return false;
        }

        return true;
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text, bool international)
    {
        if (text.IndexOf((byte)'@') is >= 0 and var at)
        {
            if (!UriSyntax.Holds(text[..at], UriSyntax.UserInfo, international))
                return false;
            text = text[(at + 1)..];
        }

        int end;
        if (text.StartsWith("["u8))
        {
            var bracket = text.IndexOf((byte)']');
            if (bracket < 0 || !IsLiteralAddress(text[1..bracket]))
                return false;
            end = bracket + 1;
        }
        else
        {
            var colon = text.IndexOf((byte)':');
            end = colon < 0 ? text.Length : colon;
            if (!UriSyntax.Holds(text[..end], UriSyntax.Name, international))
                return false;
        }

        var port = text[end..];
        return port.IsEmpty || (port[0] == ':' && !port[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));
    }

    private static bool IsLiteralAddress(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] | 0x20) != 'v')
            return IpAddressFormat.IsIpv6(text);

        // IPvFuture: "v", hexadecimal digits, ".", then the address.
        var dot = text.IndexOf((byte)'.');
        if (dot < 2 || dot + 1 == text.Length)
            return false;
        foreach (var c in text[1..dot])
        {
            if (!char.IsAsciiHexDigit((char)c))
                return false;
        }

        return !text[(dot + 1)..].ContainsAnyExcept(UriSyntax.UserInfo);
    }
}
