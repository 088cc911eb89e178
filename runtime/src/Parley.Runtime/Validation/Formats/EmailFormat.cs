using System.Buffers;
using System.Text;

namespace Parley;

/// <summary>Mailboxes of RFC 5321, section 4.1.2, and RFC 6531, section 3.3.</summary>
internal static class EmailFormat
{
    private const int LocalPartOctets = 64;
    private const int DomainOctets = 255;
    private const int UncomposedOctets = 16 * DomainOctets;

    // Atoms with the dots between them.
    private static readonly SearchValues<byte> Atoms =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~."u8);

    private static readonly SearchValues<byte> LettersDigitsHyphen = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    /// <summary><c>Mailbox</c> in ASCII.</summary>
    public static bool IsEmail(ReadOnlySpan<byte> text) => IsMatch(text, international: false);

    /// <summary><c>Mailbox</c> with other characters in either part; the domain's labels are U-labels as soon as they are composed.</summary>
    public static bool IsInternational(ReadOnlySpan<byte> text) => IsMatch(text, international: true);

    private static bool IsMatch(ReadOnlySpan<byte> text, bool international)
    {
        var at = text.StartsWith("\""u8) ? QuotedLength(text, international) : text.IndexOf((byte)'@');
        if (at is <= 0 or > LocalPartOctets || at >= text.Length || text[at] != '@')
            return false;
        return (text[0] == '"' || AreAtoms(text[..at], international)) && IsDomain(text[(at + 1)..], international);
    }

    private static bool AreAtoms(ReadOnlySpan<byte> text, bool international)
    {
        if (text[0] == '.' || text[^1] == '.' || text.IndexOf(".."u8) >= 0)
            return false;
        foreach (var c in text)
        {
            if (!Atoms.Contains(c) && !(international && c >= 0x80))
                return false;
        }

        return true;
    }

    // -1 when the string is malformed or not closed.
    private static int QuotedLength(ReadOnlySpan<byte> text, bool international)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
                return i + 1;
            if (text[i] == '\\')
                i++;
            if (i == text.Length || text[i] is < (byte)' ' or 0x7F || (text[i] >= 0x80 && !international))
                return -1;
        }

        return -1;
    }

    private static bool IsDomain(ReadOnlySpan<byte> text, bool international)
    {
        if (text.StartsWith("["u8))
            return text[^1] == ']' && IsLiteralAddress(text[1..^1]);
        return international ? IsInternationalDomain(text) : IsAsciiDomain(text);
    }

    private static bool IsInternationalDomain(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
            return HostnameFormat.IsInternationalDomain(text);

        // What cannot become a domain is not composed: much text costs time, and U+FFFE an exception.
        if (text.Length > UncomposedOctets || text.IndexOf("\uFFFE"u8) >= 0)
            return false;
        // Mail should be composed, and need not (RFC 6532, section 3.1).
        return HostnameFormat.IsInternationalDomain(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Normalize(NormalizationForm.FormC)));
    }

    private static bool IsAsciiDomain(ReadOnlySpan<byte> text)
    {
        if (text.Length > DomainOctets)
            return false;
        foreach (var range in text.Split((byte)'.'))
        {
            if (!IsSubdomain(text[range]))
                return false;
        }

        return true;
    }

    private static bool IsSubdomain(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= IdnaLabel.MaximumOctets && text[0] != '-' && text[^1] != '-' && !text.ContainsAnyExcept(LettersDigitsHyphen);

    private static bool IsLiteralAddress(ReadOnlySpan<byte> text)
    {
        // Texts in ABNF match in either case.
        var tag = "IPv6:"u8;
        return text.Length >= tag.Length && Ascii.EqualsIgnoreCase(text[..tag.Length], tag) ? IpAddressFormat.IsIpv6(text[tag.Length..]) : IpAddressFormat.IsIpv4(text);
    }
}
