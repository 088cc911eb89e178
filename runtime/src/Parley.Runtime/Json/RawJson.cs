using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Parley;

/// <summary>
/// Cuts the raw UTF-8 of a value out of the text that a reader walks. Only for readers over one contiguous span, which is what
/// <see cref="JsonText"/> makes: the token spans of such a reader lie in the original text.
/// </summary>
public static class RawJson
{
    /// <summary>Skips the current value and returns its text.</summary>
    /// <param name="reader">On the value's first token; ends on its last.</param>
    public static ReadOnlySpan<byte> Skip(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return Scalar(ref reader);

        var first = reader.ValueSpan;
        var start = reader.TokenStartIndex;
        reader.Skip();
        return From(first, reader.BytesConsumed - start);
    }

    /// <summary>The text of a value that was already walked.</summary>
    /// <param name="first">A copy of the reader, taken on the value's first token.</param>
    /// <param name="last">The reader on the value's last token.</param>
    public static ReadOnlySpan<byte> Between(scoped ref Utf8JsonReader first, scoped ref Utf8JsonReader last) =>
        first.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            ? From(first.ValueSpan, last.BytesConsumed - first.TokenStartIndex)
            : Scalar(ref first);

    /// <summary>A reader on a member's name as if it were a string value, so that the rules of strings apply to it.</summary>
    /// <param name="reader">On the name.</param>
    public static Utf8JsonReader Name(scoped ref Utf8JsonReader reader)
    {
        var name = new Utf8JsonReader(Quoted(ref reader));
        name.Read();
        return name;
    }

    private static ReadOnlySpan<byte> Scalar(scoped ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? Quoted(ref reader) : reader.ValueSpan;

    private static ReadOnlySpan<byte> Quoted(scoped ref Utf8JsonReader reader)
    {
        var content = reader.ValueSpan;
        if (content.IsEmpty)
            return "\"\""u8;

        // A reader's string span leaves out the quotes, which stand right before and after it in the same text.
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Subtract(ref MemoryMarshal.GetReference(content), 1), content.Length + 2);
    }

    private static ReadOnlySpan<byte> From(ReadOnlySpan<byte> firstToken, long length) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(firstToken), checked((int)length));
}
