using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Parley;

/// <summary>Finds out why a text is not JSON at all.</summary>
internal static class MalformedText
{
    /// <summary>The one <c>json</c> error of a text that is not UTF-8, not JSON or nested too deep; null when it is none of that.</summary>
    public static SchemaError? Find(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options)
    {
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
            return Error((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1, Sentence(exception));
        }
    }

    private static SchemaError At(ReadOnlySpan<byte> utf8Json, int offset, string message)
    {
        var before = utf8Json[..offset];
        return Error(before.Count((byte)'\n') + 1, offset - (before.LastIndexOf((byte)'\n') + 1) + 1, message);
    }

    private static SchemaError Error(int line, int column, string message) => new("", line, column, "", "", "json", message);

    private static string Sentence(JsonException exception)
    {
        // The reader appends the position, which the error carries itself.
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return "is not JSON: " + (end < 0 ? exception.Message : exception.Message[..end]);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            at += consumed;
        return at;
    }
}
