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
