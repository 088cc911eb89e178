using System.Buffers;
using System.Text;

namespace Parley;

/// <summary>Host names: RFC 1123, section 2.1, and for international ones RFC 5890 to 5893.</summary>
internal static class HostnameFormat
{
    private const int NameOctets = 253;

    // The four that RFC 3490 names.
    private static readonly int[] FullStops = ['.', 0x3002, 0xFF0E, 0xFF61];

    /// <summary>ASCII labels, those with <c>xn--</c> being valid A-labels.</summary>
    public static bool IsHostname(ReadOnlySpan<byte> text) => IsName(text, international: false, ['.']);

    /// <summary>U-labels too, between any of the four full stops.</summary>
    public static bool IsInternational(ReadOnlySpan<byte> text) => IsName(text, international: true, FullStops);

    /// <summary>U-labels too, between the full stop of ASCII: what a mailbox has behind its at sign (RFC 6531, section 3.3).</summary>
    public static bool IsInternationalDomain(ReadOnlySpan<byte> text) => IsName(text, international: true, ['.']);

    private static bool IsName(ReadOnlySpan<byte> text, bool international, ReadOnlySpan<int> separators)
    {
        Span<int> label = stackalloc int[IdnaLabel.MaximumOctets];
        var length = 0;
        var octets = 0;
        var direction = new BidiDomain();
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var consumed) != OperationStatus.Done)
                return false;
            text = text[consumed..];
            if (separators.Contains(rune.Value))
            {
                if (!TryEndLabel(label[..length], international, ref direction, ref octets))
                    return false;
                octets++;
                length = 0;
            }
            else if (length == label.Length)
            {
                return false;
            }
            else
            {
                label[length++] = rune.Value;
            }
        }

        return TryEndLabel(label[..length], international, ref direction, ref octets) && octets <= NameOctets && direction.IsValid;
    }

    private static bool TryEndLabel(ReadOnlySpan<int> label, bool international, ref BidiDomain direction, ref int octets)
    {
        if (label.IsEmpty)
            return false;

        if (!label.ContainsAnyExceptInRange(0, 0x7F))
        {
            octets += label.Length;
            return IdnaLabel.IsAscii(label, ref direction);
        }

        if (!international || !IdnaLabel.IsUnicode(label))
            return false;

        Span<int> encoded = stackalloc int[IdnaLabel.MaximumOctets];
        direction.Add(label);
        var length = IdnaLabel.Prefix.Length + Punycode.Encode(label, encoded);
        octets += length;
        return length is > 4 and <= IdnaLabel.MaximumOctets;
    }
}
