using System.Buffers;
using System.Text;

namespace Parley;

/// <summary>Characters of RFC 3986 and RFC 3987.</summary>
internal static class UriSyntax
{
    /// <summary><c>unreserved</c> and <c>sub-delims</c>.</summary>
    private const string Common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=";

    /// <summary><c>reg-name</c>.</summary>
    public static SearchValues<byte> Name { get; } = Of("");

    /// <summary><c>userinfo</c>, and the address of <c>IPvFuture</c>.</summary>
    public static SearchValues<byte> UserInfo { get; } = Of(":");

    /// <summary>Segments of a path with the slashes between them.</summary>
    public static SearchValues<byte> Path { get; } = Of(":@/");

    /// <summary><c>query</c> and <c>fragment</c>.</summary>
    public static SearchValues<byte> Query { get; } = Of(":@/?");

    /// <summary>Whether a text holds nothing but the allowed ASCII characters, percent-encoded octets and, where allowed, <c>ucschar</c> and <c>iprivate</c>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="allowed">The ASCII characters.</param>
    /// <param name="international">Whether <c>ucschar</c> may occur.</param>
    /// <param name="isPrivateAllowed">Whether <c>iprivate</c> may occur too.</param>
    public static bool Holds(ReadOnlySpan<byte> text, SearchValues<byte> allowed, bool international, bool isPrivateAllowed = false)
    {
        for (var other = text.IndexOfAnyExcept(allowed); other >= 0; other = text.IndexOfAnyExcept(allowed))
        {
            text = text[other..];
            if (text[0] == '%')
            {
                if (!IsEncodedOctet(text))
                    return false;
                text = text[3..];
                continue;
            }

            if (!international || Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done)
                return false;
            if (!IsInternational(rune) && !(isPrivateAllowed && IsPrivate(rune)))
                return false;
            text = text[length..];
        }

        return true;
    }

    /// <summary>Whether a text begins with <c>pct-encoded</c>.</summary>
    public static bool IsEncodedOctet(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit((char)text[1]) && char.IsAsciiHexDigit((char)text[2]);

    /// <summary><c>ucschar</c>.</summary>
    public static bool IsInternational(Rune rune) =>
        rune.Value is (>= 0xA0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF)
        || (rune.Value is >= 0x10000 and <= 0xEFFFD && (rune.Value & 0xFFFF) <= 0xFFFD && rune.Value is not (>= 0xE0000 and < 0xE1000));

    /// <summary><c>iprivate</c>.</summary>
    public static bool IsPrivate(Rune rune) => rune.Value is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);

    private static SearchValues<byte> Of(string others) => SearchValues.Create(Encoding.ASCII.GetBytes(Common + others));
}
