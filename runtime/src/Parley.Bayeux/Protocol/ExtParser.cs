using System.Text.Json;

namespace Parley.Bayeux;

/// <summary>Reads the members of <c>ext</c> that the server's own extensions use; all others pass by.</summary>
internal static class ExtParser
{
    /// <summary>Reads the value after the property name <c>ext</c>.</summary>
    public static void Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, IncomingMessage message, long receivedAt)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("ack"u8)) message.Ack = ReadAck(ref reader);
            else if (reader.ValueTextEquals("timesync"u8)) message.TimeSync = ReadTimeSync(ref reader, receivedAt);
            else if (reader.ValueTextEquals("replay"u8)) ReadReplay(ref reader, message);
            else if (reader.ValueTextEquals("binary"u8)) message.IsBinary = ReadMark(ref reader);
            else { reader.Read(); reader.Skip(); }
        }

        message.Ext = utf8[start..(int)reader.BytesConsumed];
    }

    private static AckField ReadAck(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return new(true, false, null);
            case JsonTokenType.Number when reader.TryGetInt64(out var batch):
                return new(false, false, batch);
            case JsonTokenType.StartObject:
                var enabled = false;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isEnabled = reader.ValueTextEquals("enabled"u8);
                    reader.Read();
                    if (isEnabled) enabled = reader.TokenType == JsonTokenType.True;
                    reader.Skip();
                }

                return new(enabled, true, null);
            default:
                reader.Skip();
                return default;
        }
    }

    private static TimeSyncField? ReadTimeSync(ref Utf8JsonReader reader, long receivedAt)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? time = null;
        long lag = 0, offset = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("tc"u8)) time = ReadInteger(ref reader);
            else if (reader.ValueTextEquals("l"u8)) lag = ReadInteger(ref reader) ?? 0;
            else if (reader.ValueTextEquals("o"u8)) offset = ReadInteger(ref reader) ?? 0;
            else { reader.Read(); reader.Skip(); }
        }

        return time is { } clientTime ? new(clientTime, lag, offset, receivedAt) : null;
    }

    private static void ReadReplay(ref Utf8JsonReader reader, IncomingMessage message)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            message.ReplayIsInvalid = reader.TokenType != JsonTokenType.Null;
            reader.Skip();
            return;
        }

        var starts = new List<BayeuxCursor>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var channel = reader.GetString()!;
            if (ReadInteger(ref reader) is { } sequence) starts.Add(new(channel, sequence));
            else message.ReplayIsInvalid = true;
        }

        message.Replay = starts;
    }

    private static bool ReadMark(ref Utf8JsonReader reader)
    {
        reader.Read();
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isObject;
    }

    private static long? ReadInteger(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value))
            return value;
        reader.Skip();
        return null;
    }
}
