namespace Parley;

/// <summary>JSON pointers: RFC 6901 and draft-bhutton-relative-json-pointer-00.</summary>
internal static class JsonPointerFormat
{
    public static bool IsPointer(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return true;
        if (text[0] != '/')
            return false;

        for (var tilde = text.IndexOf((byte)'~'); tilde >= 0; tilde = text.IndexOf((byte)'~'))
        {
            if (tilde + 1 == text.Length || text[tilde + 1] is not ((byte)'0' or (byte)'1'))
                return false;
            text = text[(tilde + 2)..];
        }

        return true;
    }

    /// <summary>A number of levels up, perhaps a step to another item of the array there, then a pointer or <c>#</c>.</summary>
    public static bool IsRelative(ReadOnlySpan<byte> text)
    {
        if (!TakeInteger(ref text))
            return false;

        // The draft's grammar has a step in front of a pointer alone, its examples (section 5.1) in front of "#" too.
        if (!text.IsEmpty && text[0] is (byte)'+' or (byte)'-')
        {
            text = text[1..];
            if (!TakeInteger(ref text))
                return false;
        }

        return text.SequenceEqual("#"u8) || IsPointer(text);
    }

    private static bool TakeInteger(ref ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = text.Length;
        if (digits == 0 || (digits > 1 && text[0] == '0'))
            return false;

        text = text[digits..];
        return true;
    }
}
