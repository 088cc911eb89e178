using System.Text.Json;
using System.Text.Unicode;

namespace Parley.Bayeux;

/// <summary>Reads a body or frame: one message or an array of them, in one pass and without a document in between.</summary>
internal static partial class MessageParser
{
    /// <summary>Reads all messages.</summary>
    /// <param name="utf8">The whole body.</param>
    /// <param name="maxDepth">Deepest nesting.</param>
    /// <param name="receivedAt">The server's clock in milliseconds since 1970.</param>
    /// <param name="messages">What was read; at least one.</param>
    /// <param name="error">Why nothing was read: where and what.</param>
    /// <returns>Whether the body is an object, or a non-empty array of objects.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, int maxDepth, long receivedAt, out List<IncomingMessage> messages, out string? error)
    {
        messages = [];
        // Strings that are skipped are not decoded, yet payloads travel on to other clients: broken text must not.
        if (!Utf8.IsValid(utf8.Span))
        {
            error = "The body is not UTF-8.";
            return false;
        }

        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            error = ReadAll(ref reader, utf8, receivedAt, messages);
        }
        catch (JsonException exception)
        {
            error = FormattableString.Invariant(
                $"The body is not JSON, or nested deeper than {maxDepth}: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for an escaped half of a surrogate pair.
            error = FormattableString.Invariant($"The string before byte {reader.BytesConsumed} is not text.");
        }

        return error is null;
    }

    private static string? ReadAll(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, long receivedAt, List<IncomingMessage> messages)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                messages.Add(ReadMessage(ref reader, utf8, receivedAt));
            if (reader.TokenType != JsonTokenType.EndArray)
                return FormattableString.Invariant($"The value at byte {reader.TokenStartIndex} is not a message object.");
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            messages.Add(ReadMessage(ref reader, utf8, receivedAt));
        }
        else
        {
            return "The body is neither a message object nor an array of them.";
        }

        reader.Read();
        return messages.Count == 0 ? "The body holds no message." : null;
    }

    private static IncomingMessage ReadMessage(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, long receivedAt)
    {
        var message = new IncomingMessage();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("channel"u8)) message.Channel = ReadChannel(ref reader);
            else if (reader.ValueTextEquals("clientId"u8)) message.ClientId = ReadString(ref reader);
            else if (reader.ValueTextEquals("id"u8)) ReadId(ref reader, message);
            else if (reader.ValueTextEquals("data"u8)) message.Data = ReadSlice(ref reader, utf8);
            else if (reader.ValueTextEquals("subscription"u8)) ReadSubscription(ref reader, message);
            else if (reader.ValueTextEquals("version"u8)) message.Version = ReadString(ref reader);
            else if (reader.ValueTextEquals("supportedConnectionTypes"u8)) message.Offered = ReadConnectionTypes(ref reader);
            else if (reader.ValueTextEquals("advice"u8)) ReadAdvice(ref reader, message);
            else if (reader.ValueTextEquals("ext"u8)) ExtParser.Read(ref reader, utf8, message, receivedAt);
            else SkipValue(ref reader);
        }

        return message;
    }
}
