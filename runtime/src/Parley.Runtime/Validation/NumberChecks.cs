using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parley;

/// <summary>Rules of numbers, exact whatever the number's size. The reader stands on a number unless said otherwise.</summary>
public static class NumberChecks
{
    /// <summary>The value as a 64-bit integer: what a schema's <c>integer</c> becomes. True for <c>1.0</c> and <c>1e2</c>.</summary>
    /// <param name="reader">On any value.</param>
    /// <param name="value">The integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt64(scoped ref Utf8JsonCursor reader, out long value)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetInt64(out value) || TryReadInt64Slowly(ref reader, out value);

        value = 0;
        return false;
    }

    /// <summary>Decides about a value that <see cref="TryReadInt64"/> has refused: an integer too large for it passes where no C# value is made of it.</summary>
    /// <param name="reader">On any value but a 64-bit integer.</param>
    /// <param name="pointer">The place of <c>type</c>.</param>
    /// <param name="message">The sentence for a value that is no integer.</param>
    /// <param name="sink">Told what is broken.</param>
    /// <returns>False when the sink said to stop.</returns>
    public static bool PassBeyondInt64<TSink>(scoped ref Utf8JsonCursor reader, string pointer, string message, TSink sink)
        where TSink : struct, IFailureSink<TSink>
    {
        if (reader.TokenType != JsonTokenType.Number || !IsInteger(ref reader))
            return sink.Fail(ref reader, pointer, message);
        return !sink.MakesValue || sink.Fail(ref reader, pointer, "must be an integer that fits 64 bits");
    }

    /// <summary>Whether the number has no fractional part.</summary>
    public static bool IsInteger(scoped ref Utf8JsonCursor reader) =>
        reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 || JsonNumber.Read(ref reader).IsInteger;

    /// <summary>Compares with an integer.</summary>
    /// <returns>Negative, zero or positive like <see cref="IComparable{T}.CompareTo"/>.</returns>
    public static int Compare(scoped ref Utf8JsonCursor reader, long bound) =>
        reader.TryGetInt64(out var value) ? value.CompareTo(bound) : JsonNumber.Read(ref reader).CompareTo(bound);

    /// <summary>Compares with any number.</summary>
    /// <inheritdoc cref="Compare(ref Utf8JsonCursor, long)"/>
    public static int Compare(scoped ref Utf8JsonCursor reader, JsonNumber bound) => JsonNumber.Read(ref reader).CompareTo(bound);

    /// <summary><c>multipleOf</c>.</summary>
    public static bool IsMultipleOf(scoped ref Utf8JsonCursor reader, JsonNumber divisor) => JsonNumber.Read(ref reader).IsMultipleOf(divisor);

    /// <summary>Whether the value is this number.</summary>
    /// <param name="reader">On any value.</param>
    /// <param name="number">The number.</param>
    public static bool Is(scoped ref Utf8JsonCursor reader, long number) =>
        reader.TokenType == JsonTokenType.Number && Compare(ref reader, number) == 0;

    /// <inheritdoc cref="Is(ref Utf8JsonCursor, long)"/>
    public static bool Is(scoped ref Utf8JsonCursor reader, JsonNumber number) =>
        reader.TokenType == JsonTokenType.Number && Compare(ref reader, number) == 0;

    private static bool TryReadInt64Slowly(scoped ref Utf8JsonCursor reader, out long value) => JsonNumber.Read(ref reader).TryGetInt64(out value);
}
