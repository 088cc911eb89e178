using System.Text.Json;
using System.Text.Unicode;

namespace Parley;

/// <summary>Says what is wrong with a body that is not one JSON text within the host's limits.</summary>
public static class JsonTextCheck
{
    /// <summary>Nesting depth that a reader allows when its options name none.</summary>
    private const int DefaultMaxDepth = 64;

    /// <summary>Reads the whole text without looking at any schema.</summary>
    /// <param name="utf8Json">The text.</param>
    /// <param name="options">Limits.</param>
    /// <returns>Null when the text is one well-formed JSON text; else <see cref="FailureKind.BodyTooLarge"/> for text nested too deep and
    /// <see cref="FailureKind.MalformedBody"/> for anything else, with line and column from 1.</returns>
    public static OperationFailure? Explain(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default)
    {
        if (utf8Json.IsEmpty)
            return new OperationFailure(FailureKind.MalformedBody, "The body is empty; it must be a JSON object.");
        if (!Utf8.IsValid(utf8Json))
            return new OperationFailure(FailureKind.MalformedBody, $"The body is not valid UTF-8 from byte {FirstInvalid(utf8Json)}.");

        var reader = new Utf8JsonReader(utf8Json, options);
        var depth = 0;
        try
        {
            while (reader.Read())
                depth = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? reader.CurrentDepth + 1 : reader.CurrentDepth;

            return null;
        }
        catch (JsonException exception)
        {
            var maxDepth = options.MaxDepth == 0 ? DefaultMaxDepth : options.MaxDepth;
            if (depth >= maxDepth && OpensNext(utf8Json[(int)reader.BytesConsumed..]))
                return new OperationFailure(FailureKind.BodyTooLarge, $"The body is nested deeper than {maxDepth} levels at {Place(exception)}.");
            return new OperationFailure(FailureKind.MalformedBody, $"The body is not JSON at {Place(exception)}.");
        }
    }

    /// <summary>What a reader calls a token, in words for a message.</summary>
    internal static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    private static string Place(JsonException exception) => $"line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}";

    // The reader stops in front of the bracket that is one too many.
    private static bool OpensNext(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r\n,:"u8);
        return !rest.IsEmpty && rest[0] is (byte)'{' or (byte)'[';
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
            offset += length;
        return offset;
    }
}
