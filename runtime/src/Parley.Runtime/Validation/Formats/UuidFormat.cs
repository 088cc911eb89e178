using System.Buffers.Text;

namespace Parley;

/// <summary>UUIDs of RFC 4122, section 3.</summary>
internal static class UuidFormat
{
    private const int Length = 36;

    public static bool IsMatch(ReadOnlySpan<byte> text) =>
        text.Length == Length && Utf8Parser.TryParse(text, out Guid _, out var consumed, 'D') && consumed == Length;
}
