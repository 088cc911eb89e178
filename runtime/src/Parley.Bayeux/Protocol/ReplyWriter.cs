using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley.Bayeux;

/// <summary>Collects replies as JSON objects with commas between them.</summary>
internal sealed class ReplyWriter : IDisposable
{
    // Replies are application/json, never part of a page: '+' and letters beyond ASCII need no escape.
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PooledBuffer _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public ReplyWriter() => _writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Whether nothing has been collected.</summary>
    public bool IsEmpty => _buffer.Length == 0;

    /// <summary>What has been collected.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.Written;

    /// <summary>Appends the reply to a message.</summary>
    public void Write(IncomingMessage message, in Reply reply)
    {
        Separate();
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        if (message.Channel is { } channel)
            _writer.WriteString("channel"u8, channel);
        if (message.Id is { } id)
            _writer.WriteString("id"u8, id);
        _writer.WriteBoolean("successful"u8, reply.Error is null);
        if (reply.Error is { } error)
            _writer.WriteString("error"u8, error);
        if (reply.ClientId is { } clientId)
            _writer.WriteString("clientId"u8, clientId);
        if (reply.IsHandshake)
            WriteHandshakeMembers();
        if (reply.Messages > 0)
            _writer.WriteNumber("x-messages"u8, reply.Messages);
        if (message.Channel is MetaChannel.Subscribe or MetaChannel.Unsubscribe && message.Subscriptions is { } subscriptions)
            WriteSubscription(message, subscriptions);
        reply.Advice?.WriteTo(_writer);
        WriteExt(message, reply);
        _writer.WriteEndObject();
        _writer.Flush();
    }

    /// <summary>Appends an event that answers a message: same channel, same id, with data.</summary>
    public void WriteAnswer(IncomingMessage message, ReadOnlySpan<byte> data, bool isBinary = false)
    {
        Separate();
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        _writer.WriteString("channel"u8, message.Channel);
        if (message.Id is { } id)
            _writer.WriteString("id"u8, id);
        _writer.WritePropertyName("data"u8);
        _writer.WriteRawValue(data, skipInputValidation: true);
        if (isBinary)
            Delivery.WriteExt(_writer, sequence: 0, isBinary);
        _writer.WriteEndObject();
        _writer.Flush();
    }

    /// <summary>Everything collected, as an array of its own.</summary>
    public byte[] ToFrame()
    {
        var frame = new byte[_buffer.Length + 2];
        frame[0] = (byte)'[';
        _buffer.Written.Span.CopyTo(frame.AsSpan(1));
        frame[^1] = (byte)']';
        return frame;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _buffer.Dispose();
    }

    private void Separate()
    {
        if (_buffer.Length > 0)
            _buffer.Append((byte)',');
    }

    private void WriteHandshakeMembers()
    {
        _writer.WriteString("version"u8, "1.0"u8);
        _writer.WriteString("minimumVersion"u8, "1.0"u8);
        _writer.WriteStartArray("supportedConnectionTypes"u8);
        _writer.WriteStringValue("websocket"u8);
        _writer.WriteStringValue("long-polling"u8);
        _writer.WriteEndArray();
    }

    private void WriteSubscription(IncomingMessage message, IReadOnlyList<string> subscriptions)
    {
        if (!message.SubscriptionIsArray)
        {
            _writer.WriteString("subscription"u8, subscriptions[0]);
            return;
        }

        _writer.WriteStartArray("subscription"u8);
        foreach (var subscription in subscriptions)
            _writer.WriteStringValue(subscription);
        _writer.WriteEndArray();
    }

    private void WriteExt(IncomingMessage message, in Reply reply)
    {
        var ack = reply.Ack;
        if (!ack.Enabled && ack.Batch is null && message.TimeSync is null && !reply.Replays && reply.Ext is not { Count: > 0 })
            return;

        _writer.WriteStartObject("ext"u8);
        if (ack.IsObject)
        {
            _writer.WriteStartObject("ack"u8);
            _writer.WriteBoolean("enabled"u8, true);
            _writer.WriteNumber("batch"u8, 0);
            _writer.WriteEndObject();
        }
        else if (ack.Enabled)
        {
            _writer.WriteBoolean("ack"u8, true);
        }
        else if (ack.Batch is { } batch)
        {
            _writer.WriteNumber("ack"u8, batch);
        }

        if (message.TimeSync is { } sync)
        {
            _writer.WriteStartObject("timesync"u8);
            _writer.WriteNumber("tc"u8, sync.ClientTime);
            _writer.WriteNumber("ts"u8, sync.ReceivedAt);
            _writer.WriteNumber("p"u8, reply.Now - sync.ReceivedAt);
            _writer.WriteNumber("a"u8, sync.Accuracy);
            _writer.WriteEndObject();
        }

        if (reply.Replays)
            _writer.WriteBoolean("replay"u8, true);
        if (reply.Ext is { } members)
        {
            foreach (var (name, value) in members)
            {
                _writer.WritePropertyName(name);
                value.WriteTo(_writer);
            }
        }

        _writer.WriteEndObject();
    }
}
