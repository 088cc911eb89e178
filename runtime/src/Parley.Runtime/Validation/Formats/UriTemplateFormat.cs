using System.Buffers;
using System.Text;

namespace Parley;

/// <summary>URI templates of RFC 6570, section 2; an apostrophe is a literal, as its errata have it.</summary>
internal static class UriTemplateFormat
{
    private static readonly SearchValues<byte> NoLiterals = SearchValues.Create("\"%<>\\^`{|} \u007F"u8);

    public static bool IsMatch(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '{')
            {
                var end = text.IndexOf((byte)'}');
                if (end < 0 || !IsExpression(text[1..end]))
                    return false;
                text = text[(end + 1)..];
            }
            else if (UriSyntax.IsEncodedOctet(text))
            {
                text = text[3..];
            }
            else if (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done && IsLiteral(rune))
            {
                text = text[length..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLiteral(Rune rune) =>
        rune.IsAscii ? rune.Value >= ' ' && !NoLiterals.Contains((byte)rune.Value) : UriSyntax.IsInternational(rune) || UriSyntax.IsPrivate(rune);

    private static bool IsExpression(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && "+#./;?&=,!@|"u8.Contains(text[0]))
            text = text[1..];
        foreach (var range in text.Split((byte)','))
        {
            if (!IsVariable(text[range]))
                return false;
        }

        return true;
    }

    private static bool IsVariable(ReadOnlySpan<byte> text)
    {
        if (text.EndsWith("*"u8))
        {
            text = text[..^1];
        }
        else if (text.IndexOf((byte)':') is >= 0 and var colon)
        {
            var length = text[(colon + 1)..];
            if (length.Length is 0 or > 4 || length[0] == '0' || length.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                return false;
            text = text[..colon];
        }

        foreach (var range in text.Split((byte)'.'))
        {
            if (!IsNamePart(text[range]))
                return false;
        }

        return true;
    }

    private static bool IsNamePart(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return false;
        while (!text.IsEmpty)
        {
            if (char.IsAsciiLetterOrDigit((char)text[0]) || text[0] == '_')
                text = text[1..];
            else if (UriSyntax.IsEncodedOctet(text))
                text = text[3..];
            else
                return false;
        }

        return true;
    }
}
