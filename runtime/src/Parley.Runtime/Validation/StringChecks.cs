using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parley;

/// <summary>Rules of strings and member names, in place.</summary>
public static class StringChecks
{
    /// <summary>Whether the value is a string with this content.</summary>
    /// <param name="reader">On any value.</param>
    /// <param name="text">The content, unescaped.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(scoped ref Utf8JsonCursor reader, ReadOnlySpan<byte> text) =>
        reader.TokenType == JsonTokenType.String && (reader.ValueIsEscaped ? reader.ValueTextEquals(text) : reader.ValueSpan.SequenceEqual(text));

    /// <summary><c>minLength</c>: at least so many code points.</summary>
    /// <param name="reader">On a string.</param>
    /// <param name="minimum">0 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasAtLeast(scoped ref Utf8JsonCursor reader, long minimum)
    {
        // A code point takes one to four bytes, so the byte length often decides.
        var bytes = reader.ValueSpan.Length;
        if (bytes < minimum)
            return false;
        return (!reader.ValueIsEscaped && bytes >= 4 * minimum) || CodePoints(reader.ValueSpan, reader.ValueIsEscaped) >= minimum;
    }

    /// <summary><c>maxLength</c>: at most so many code points.</summary>
    /// <param name="reader">On a string.</param>
    /// <param name="maximum">0 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasAtMost(scoped ref Utf8JsonCursor reader, long maximum)
    {
        // An escape takes at most twelve bytes for one code point; other text at most four.
        var bytes = reader.ValueSpan.Length;
        return bytes <= maximum || (bytes <= 12 * maximum && CodePoints(reader.ValueSpan, reader.ValueIsEscaped) <= maximum);
    }

    /// <summary>Unescapes a string or a member's name that is escaped.</summary>
    /// <param name="reader">On an escaped string or name.</param>
    /// <param name="scratch">Room for six times the longest text that matters.</param>
    /// <returns>The length of the unescaped text in <paramref name="scratch"/>; -1 when it is too long to be a text that matters.</returns>
    public static int Unescape(scoped ref Utf8JsonCursor reader, scoped Span<byte> scratch) =>
        reader.ValueSpan.Length > scratch.Length ? -1 : reader.CopyString(scratch);

    private static int CodePoints(ReadOnlySpan<byte> text, bool escaped)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (escaped && c == '\\')
            {
                i++;
                count++;
                if (text[i] != 'u')
                    continue;

                // The second half of an escaped pair counts with the first; a pair is known to be whole.
                if ((text[i + 1] | 0x20) == 'd' && text[i + 2] is not (>= (byte)'0' and <= (byte)'7'))
                    i += 6;
                i += 4;
            }
            else if ((c & 0xC0) != 0x80)
            {
                count++;
            }
        }

        return count;
    }
}
