using System.Text.Json;

namespace Parley;

/// <summary>Comparison of whole values, in place.</summary>
public static class ValueChecks
{
    /// <summary>Whether the value equals another by JSON equality. The reader stays where it is.</summary>
    /// <param name="reader">On any value.</param>
    /// <param name="value">The other value.</param>
    public static bool Is(scoped ref Utf8JsonCursor reader, JsonValue value)
    {
        if (KindOf(reader.TokenType) != value.Kind)
            return false;

        var ahead = reader;
        return JsonEquality.Equals(RawJson.Skip(ref ahead), value.Utf8);
    }

    /// <summary>Takes a value of another type than the schema allows, and skips it.</summary>
    /// <param name="reader">On the value's first token; ends on its last.</param>
    /// <param name="pointer">The place of <c>type</c>.</param>
    /// <param name="message">What the rule asks for.</param>
    /// <param name="sink">Told of it.</param>
    /// <returns>False when the sink said to stop.</returns>
    public static bool Refuse<TSink>(ref Utf8JsonCursor reader, string pointer, string message, TSink sink)
        where TSink : struct, IFailureSink<TSink>
    {
        if (!sink.Fail(ref reader, pointer, message))
            return false;

        reader.Skip();
        return true;
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };
}
