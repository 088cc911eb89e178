using System.Text;
using System.Text.Json;

namespace Parley.Bayeux;

/// <content>How each member of a message is read.</content>
internal static partial class MessageParser
{
    private static string? ReadChannel(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            // A heartbeat makes no string.
            if (reader.ValueTextEquals("/meta/connect"u8)) return MetaChannel.Connect;
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private static void ReadId(ref Utf8JsonReader reader, IncomingMessage message)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            message.Id = reader.GetString()!;
            message.IdIsInvalid = message.Id.Length == 0 || !message.Id.All(char.IsAsciiLetterOrDigit);
        }
        else if (reader.TokenType == JsonTokenType.Number)
        {
            message.Id = Encoding.ASCII.GetString(reader.ValueSpan);
        }
        else
        {
            message.IdIsInvalid = reader.TokenType != JsonTokenType.Null;
            reader.Skip();
        }
    }

    private static ReadOnlyMemory<byte> ReadSlice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return utf8[start..(int)reader.BytesConsumed];
    }

    private static void ReadSubscription(ref Utf8JsonReader reader, IncomingMessage message)
    {
        reader.Read();
        message.SubscriptionIsArray = reader.TokenType == JsonTokenType.StartArray;
        message.Subscriptions = null;
        if (reader.TokenType == JsonTokenType.String)
        {
            message.Subscriptions = [reader.GetString()!];
            return;
        }

        if (!message.SubscriptionIsArray)
        {
            reader.Skip();
            return;
        }

        var channels = new List<string>();
        var onlyStrings = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                channels.Add(reader.GetString()!);
            }
            else
            {
                onlyStrings = false;
                reader.Skip();
            }
        }

        message.Subscriptions = onlyStrings && channels.Count > 0 ? channels : null;
    }

    private static ConnectionTypes ReadConnectionTypes(ref Utf8JsonReader reader)
    {
        reader.Read();
        var types = ConnectionTypes.None;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return types;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String) reader.Skip();
            else if (reader.ValueTextEquals("long-polling"u8)) types |= ConnectionTypes.LongPolling;
            else if (reader.ValueTextEquals("websocket"u8)) types |= ConnectionTypes.WebSocket;
        }

        return types;
    }

    private static void ReadAdvice(ref Utf8JsonReader reader, IncomingMessage message)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("timeout"u8)) message.AdviceTimeout = ReadMilliseconds(ref reader);
            else if (reader.ValueTextEquals("interval"u8)) message.AdviceInterval = ReadMilliseconds(ref reader);
            else SkipValue(ref reader);
        }
    }

    private static long? ReadMilliseconds(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) && value >= 0)
            return value;
        reader.Skip();
        return null;
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
