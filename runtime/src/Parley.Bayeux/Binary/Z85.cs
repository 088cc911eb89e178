using System.Buffers.Binary;

namespace Parley.Bayeux;

/// <summary>
/// Bytes as text: four bytes are five characters (<see href="https://rfc.zeromq.org/spec/32/"/>). A rest of n bytes is n + 1 characters, as CometD has it.
/// </summary>
internal static class Z85
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

    /// <summary>Encodes bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder(bytes.Length * 5 / 4 + 5);
        Span<byte> group = stackalloc byte[4];
        Span<char> digits = stackalloc char[5];
        for (; bytes.Length > 0; bytes = bytes[Math.Min(4, bytes.Length)..])
        {
            group.Clear();
            var length = Math.Min(4, bytes.Length);
            bytes[..length].CopyTo(group);
            var value = BinaryPrimitives.ReadUInt32BigEndian(group);
            for (var i = 4; i >= 0; i--, value /= 85)
                digits[i] = Alphabet[(int)(value % 85)];
            text.Append(digits[..(length + 1)]);
        }

        return text.ToString();
    }

    /// <summary>Decodes text.</summary>
    /// <returns>False when a character is none of the alphabet, or no bytes give such a text.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 5 * 4 + Math.Max(0, text.Length % 5 - 1)];
        if (text.Length % 5 == 1)
            return false;
        Span<byte> group = stackalloc byte[4];
        for (var written = 0; text.Length > 0; text = text[Math.Min(5, text.Length)..])
        {
            ulong value = 0;
            for (var i = 0; i < 5; i++)
            {
                // The rest is filled up with the highest digit, so that what was cut off rounds to the bytes that were there.
                var digit = i < text.Length ? Alphabet.IndexOf(text[i], StringComparison.Ordinal) : 84;
                if (digit < 0)
                    return false;
                value = value * 85 + (uint)digit;
            }

            if (value > uint.MaxValue)
                return false;
            BinaryPrimitives.WriteUInt32BigEndian(group, (uint)value);
            var length = Math.Min(4, bytes.Length - written);
            group[..length].CopyTo(bytes.AsSpan(written));
            written += length;
        }

        return true;
    }
}
