using System.Text.Json;

namespace Parley;

/// <summary>Cuts the raw UTF-8 of a value out of the text that a cursor walks.</summary>
public static class RawJson
{
    /// <summary>Skips the current value and returns its text.</summary>
    /// <param name="reader">On the value's first token; ends on its last.</param>
    public static ReadOnlySpan<byte> Skip(scoped ref Utf8JsonCursor reader)
    {
        var start = reader.TokenStartIndex;
        reader.Skip();
        return reader.Slice(start, reader.BytesConsumed);
    }

    /// <summary>The text of a value that was already walked.</summary>
    /// <param name="first">A copy of the reader, taken on the value's first token.</param>
    /// <param name="last">The reader on the value's last token.</param>
    public static ReadOnlySpan<byte> Between(scoped ref Utf8JsonCursor first, scoped ref Utf8JsonCursor last) =>
        first.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            ? first.Slice(first.TokenStartIndex, last.BytesConsumed)
            : first.Slice(first.TokenStartIndex, first.BytesConsumed);

    /// <summary>A reader on a member's name as if it were a string value, so that the rules of strings apply to it.</summary>
    /// <param name="reader">On the name.</param>
    public static Utf8JsonCursor Name(scoped ref Utf8JsonCursor reader)
    {
        // Behind the name stand blanks and a colon.
        var start = reader.TokenStartIndex;
        var name = new Utf8JsonCursor(reader.Slice(start, start + reader.ValueSpan.Length + 2));
        name.Read();
        return name;
    }
}
