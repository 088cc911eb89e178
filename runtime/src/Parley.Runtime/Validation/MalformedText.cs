using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Parley;

/// <summary>Finds out why a text is not JSON at all.</summary>
internal static class MalformedText
{
    /// <summary>Nesting depth that a reader allows when its options name none.</summary>
    private const int DefaultMaxDepth = 64;

    /// <summary>The one error of a text that is empty, not UTF-8 or not JSON (<c>json</c>), or nested too deep (<c>depth</c>); null when it is none of that.</summary>
    public static SchemaError? Find(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options)
    {
        if (utf8Json.IsEmpty)
            return Error(1, 1, "is empty, which is not JSON");
        if (utf8Json.StartsWith(Encoding.UTF8.Preamble))
            return Error(1, 1, "starts with a byte order mark, which JSON does not allow");
        if (!Utf8.IsValid(utf8Json))
            return At(utf8Json, FirstInvalid(utf8Json), "is not valid UTF-8");

        var lone = SurrogateEscapes.FirstLone(utf8Json);
        if (lone >= 0)
            return At(utf8Json, lone, "has half of a surrogate pair as an escape");

        var reader = new Utf8JsonReader(utf8Json, options);
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0) + 1;
            var column = (int)(exception.BytePositionInLine ?? 0) + 1;
            var maxDepth = options.MaxDepth == 0 ? DefaultMaxDepth : options.MaxDepth;
            return IsTooDeep(ref reader, utf8Json, maxDepth)
                ? Error(line, column, $"is nested deeper than {maxDepth} levels", "depth")
                : Error(line, column, Sentence(exception));
        }
    }

    // The reader says "too deep" in its message alone. It stops in front of the bracket that is one too many, and does not count the one it stands on.
    private static bool IsTooDeep(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8Json, int maxDepth)
    {
        var open = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0);
        var rest = utf8Json[(int)reader.BytesConsumed..].TrimStart(" \t\r\n,:"u8);
        return open >= maxDepth && !rest.IsEmpty && (rest[0] is (byte)'{' or (byte)'[');
    }

    private static SchemaError At(ReadOnlySpan<byte> utf8Json, int offset, string message)
    {
        var before = utf8Json[..offset];
        return Error(before.Count((byte)'\n') + 1, offset - (before.LastIndexOf((byte)'\n') + 1) + 1, message);
    }

    private static SchemaError Error(int line, int column, string message, string keyword = "json") => new("", line, column, "", "", keyword, message);

    private static string Sentence(JsonException exception)
    {
        // The reader appends the position, which the error carries itself, and advice to whoever wrote the program.
        var sentence = exception.Message;
        foreach (var tail in (ReadOnlySpan<string>)[" LineNumber:", " Change the reader options.", " which is not supported in this mode"])
        {
            if (sentence.IndexOf(tail, StringComparison.Ordinal) is >= 0 and var end)
                sentence = sentence[..end];
        }

        return "is not JSON: " + sentence.TrimEnd('.') + ".";
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            at += consumed;
        return at;
    }
}
