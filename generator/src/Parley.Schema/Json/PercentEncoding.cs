using System.Text;

namespace Parley.Schema.Json;

/// <summary>Percent-encoding of URIs (RFC 3986).</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes; false when an escape is broken or the bytes are no UTF-8.</summary>
    public static bool TryDecode(string text, out string decoded)
    {
        decoded = text;
        if (text.IndexOf('%') < 0)
            return true;

        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, pair ? 2 : 1)));
                i += pair ? 1 : 0;
                continue;
            }

            if (i + 2 >= text.Length || !TryHex(text[i + 1], out var high) || !TryHex(text[i + 2], out var low))
                return false;
            bytes.Add((byte)((high * 16) + low));
            i += 2;
        }

        try
        {
            decoded = Strict.GetString(bytes.ToArray());
            return true;
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: the caller reports the reference that holds it.
            return false;
        }
    }

    private static bool TryHex(char unit, out int value)
    {
        value = unit switch
        {
            >= '0' and <= '9' => unit - '0',
            >= 'a' and <= 'f' => unit - 'a' + 10,
            >= 'A' and <= 'F' => unit - 'A' + 10,
            _ => -1,
        };
        return value >= 0;
    }
}
