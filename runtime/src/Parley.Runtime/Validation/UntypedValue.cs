using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parley;

/// <summary>
/// Passes a value that no schema looks into. What is left to check there is that no object has a name twice: which of two members counts would
/// be left to whoever reads the value next.
/// </summary>
public static class UntypedValue
{
    /// <summary>Skips the value, telling the sink of a repeated name in it.</summary>
    /// <param name="reader">On the value's first token; ends on its last.</param>
    /// <param name="pointer">The place of the schema that lets the value pass.</param>
    /// <param name="sink">Told at most once.</param>
    /// <returns>False when the sink said to stop.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Skip<TSink>(ref Utf8JsonCursor reader, string pointer, TSink sink)
        where TSink : struct, IFailureSink<TSink> =>
        !IsContainer(reader.TokenType) || Walk(ref reader) is var second && (second < 0 || sink.FailDuplicate(second, pointer));

    /// <summary>Takes the value unless an object in it has a name twice.</summary>
    /// <param name="reader">On the value's first token; ends on its last.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref Utf8JsonCursor reader, out JsonValue value)
    {
        var first = reader;
        var passes = Skip(ref reader, "", default(VerdictOnly));
        value = passes ? JsonValue.Between(ref first, ref reader) : default;
        return passes;
    }

    private static bool IsContainer(JsonTokenType token) => token is JsonTokenType.StartObject or JsonTokenType.StartArray;

    // Offset of the first repeated name, or -1. A method for each kind, because the names of an object take room that arrays do not need.
    private static long Walk(ref Utf8JsonCursor reader) => reader.TokenType == JsonTokenType.StartObject ? WalkObject(ref reader) : WalkArray(ref reader);

    private static long WalkArray(ref Utf8JsonCursor reader)
    {
        var repeated = -1L;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (IsContainer(reader.TokenType) && Walk(ref reader) is >= 0 and var inner && repeated < 0)
                repeated = inner;
        }

        return repeated;
    }

    private static long WalkObject(ref Utf8JsonCursor reader)
    {
        var repeated = -1L;
        var names = default(MemberNames);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(ref reader);
            reader.Read();
            if (IsContainer(reader.TokenType) && Walk(ref reader) is >= 0 and var inner && repeated < 0)
                repeated = inner;
        }

        return repeated < 0 && names.HasDuplicate(out var second) ? second : repeated;
    }
}
