using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parley;

/// <summary>Rules of strings and member names, in place.</summary>
public static class StringChecks
{
    // Bytes of \u0061, which stands for one byte.
    private const int LongestEscape = 6;

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

    /// <summary><c>minLength</c> and <c>maxLength</c>.</summary>
    /// <param name="reader">On a string.</param>
    /// <param name="minimum">Fewest code points; 0 or more.</param>
    /// <param name="maximum">Most code points; <see cref="long.MaxValue"/> for no bound.</param>
    /// <param name="pointer">The place of the string's schema.</param>
    /// <param name="sink">Told what is broken.</param>
    /// <returns>False when the sink said to stop.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CheckLength<TSink>(ref Utf8JsonCursor reader, long minimum, long maximum, string pointer, TSink sink)
        where TSink : struct, IFailureSink<TSink> =>
        (minimum == 0 || HasAtLeast(ref reader, minimum) || PassLength(ref reader, pointer, "minLength", "least", minimum, sink))
        && (HasAtMost(ref reader, maximum) || PassLength(ref reader, pointer, "maxLength", "most", maximum, sink));

    /// <summary><c>type</c> where it allows strings alone, and their length.</summary>
    /// <param name="reader">On any value; ends on its last token.</param>
    /// <param name="minimum">Fewest code points; 0 or more.</param>
    /// <param name="maximum">Most code points; <see cref="long.MaxValue"/> for no bound.</param>
    /// <param name="pointer">The place of the string's schema.</param>
    /// <param name="sink">Told what is broken.</param>
    /// <returns>False when the sink said to stop.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CheckString<TSink>(ref Utf8JsonCursor reader, long minimum, long maximum, string pointer, TSink sink)
        where TSink : struct, IFailureSink<TSink> =>
        reader.TokenType == JsonTokenType.String ? CheckLength(ref reader, minimum, maximum, pointer, sink) : PassOther(ref reader, pointer, sink);

    /// <summary>A member's name to compare with names that are known.</summary>
    /// <param name="reader">On the name.</param>
    /// <param name="longest">Bytes of the longest known name.</param>
    /// <returns>The name without escapes; as it is, with them, where it is too long to be a known one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> MemberName(scoped ref Utf8JsonCursor reader, int longest) =>
        reader.ValueIsEscaped ? Unescaped(ref reader, longest) : reader.ValueSpan;

    private static ReadOnlySpan<byte> Unescaped(scoped ref Utf8JsonCursor reader, int longest)
    {
        if (reader.ValueSpan.Length > (long)LongestEscape * longest)
            return reader.ValueSpan;

        // Nobody who writes JSON escapes names, so that an array is no loss.
        var name = new byte[reader.ValueSpan.Length];
        return name.AsSpan(0, reader.CopyString(name));
    }

    private static bool PassLength<TSink>(ref Utf8JsonCursor reader, string pointer, string keyword, string side, long bound, TSink sink)
        where TSink : struct, IFailureSink<TSink> =>
        sink.Reports && sink.Fail(ref reader, $"{pointer}/{keyword}", $"must have at {side} {bound} character{(bound == 1 ? "" : "s")}");

    private static bool PassOther<TSink>(ref Utf8JsonCursor reader, string pointer, TSink sink)
        where TSink : struct, IFailureSink<TSink> =>
        sink.Reports && ValueChecks.Refuse(ref reader, pointer + "/type", "must be a string", sink);

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
