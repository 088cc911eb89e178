using System.Text.Json;

namespace Parley.Tests.Json;

/// <summary>Walks a text with the cursor and with System.Text.Json's reader.</summary>
internal static class Comparison
{
    /// <summary>
    /// Fails unless both give the same tokens, or both refuse; so the cursor token for token and from name to name. The reader lets strings pass that .NET cannot hold and says so when they are asked for; the cursor refuses them. (So it does
    /// with comments that are not UTF-8, which the reader never tells of.)
    /// </summary>
    public static void Require(byte[] text, JsonReaderOptions options, string name)
    {
        var expected = WithReader(text, options);
        foreach (var byName in (bool[])[false, true])
        {
            var actual = WithCursor(text, options, byName);
            if (expected is null != actual is null)
                Assert.Fail($"The cursor {(actual is null ? "refuses" : "accepts")} {name}{(byName ? ", from name to name" : "")}");
            if (expected is not null)
                Assert.Equal(expected, actual);
        }
    }

    private static List<Token>? WithReader(byte[] text, JsonReaderOptions options)
    {
        var tokens = new List<Token>();
        var reader = new Utf8JsonReader(text, options);
        try
        {
            while (reader.Read())
            {
                var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
                long? integer = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : null;
                tokens.Add(new(reader.TokenType, reader.TokenStartIndex, reader.BytesConsumed, reader.CurrentDepth, Convert.ToHexString(reader.ValueSpan), reader.ValueIsEscaped, isText ? reader.GetString() : null, integer));
            }

            return tokens;
        }
        catch (Exception refusal) when (refusal is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static List<Token>? WithCursor(byte[] text, JsonReaderOptions options, bool byName)
    {
        var tokens = new List<Token>();
        var cursor = new Utf8JsonCursor(text, options);
        try
        {
            while (cursor.Read())
            {
                if (byName)
                    AddValue(tokens, ref cursor);
                else
                    tokens.Add(Of(cursor));
            }

            return tokens;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void AddValue(List<Token> tokens, ref Utf8JsonCursor cursor)
    {
        tokens.Add(Of(cursor));
        if (cursor.TokenType == JsonTokenType.StartObject)
        {
            while (cursor.ReadName())
            {
                tokens.Add(Of(cursor));
                cursor.Read();
                AddValue(tokens, ref cursor);
            }

            tokens.Add(Of(cursor));
        }
        else if (cursor.TokenType == JsonTokenType.StartArray)
        {
            while (cursor.Read() && cursor.TokenType != JsonTokenType.EndArray)
                AddValue(tokens, ref cursor);
            tokens.Add(Of(cursor));
        }
    }

    private static Token Of(Utf8JsonCursor cursor)
    {
        var isText = cursor.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        long? integer = cursor.TokenType == JsonTokenType.Number && cursor.TryGetInt64(out var value) ? value : null;
        if (isText)
            RequireCopies(cursor);
        return new(cursor.TokenType, cursor.TokenStartIndex, cursor.BytesConsumed, cursor.CurrentDepth, Convert.ToHexString(cursor.ValueSpan), cursor.ValueIsEscaped, isText ? cursor.GetString() : null, integer);
    }

    // What a string is copied to, and compared with, is what it is.
    private static void RequireCopies(Utf8JsonCursor cursor)
    {
        var utf8 = new byte[cursor.ValueSpan.Length];
        var utf16 = new char[cursor.ValueSpan.Length];
        var written = utf8.AsSpan(0, cursor.CopyString(utf8));
        Assert.Equal(cursor.GetString(), System.Text.Encoding.UTF8.GetString(written));
        Assert.Equal(cursor.GetString(), new string(utf16, 0, cursor.CopyString(utf16)));
        Assert.True(cursor.ValueTextEquals(written));
        Assert.True(cursor.ValueTextEquals(cursor.GetString()!));
        Assert.False(cursor.ValueTextEquals([.. written, (byte)'x']));
    }

    private sealed record Token(JsonTokenType Type, long Start, long Consumed, int Depth, string Value, bool IsEscaped, string? Text, long? Integer);
}
