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

    /// <summary>A number of levels up, then a pointer or <c>#</c>.</summary>
    public static bool IsRelative(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = text.Length;
        if (digits == 0 || (digits > 1 && text[0] == '0'))
            return false;

        var rest = text[digits..];
        return rest.SequenceEqual("#"u8) || IsPointer(rest);
    }
}
