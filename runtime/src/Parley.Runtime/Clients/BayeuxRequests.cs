using System.Buffers;
using System.Text.Json;

namespace Parley;

/// <summary>Writes the messages that a client sends, each as an array of its own.</summary>
internal static class BayeuxRequests
{
    /// <summary>Opens a session.</summary>
    public static ReadOnlyMemory<byte> Handshake(string id, bool acknowledge) => Write("/meta/handshake", id, null, writer =>
    {
        writer.WriteString("version", "1.0");
        writer.WriteString("minimumVersion", "1.0");
        writer.WriteStartArray("supportedConnectionTypes");
        writer.WriteStringValue("long-polling");
        writer.WriteEndArray();
        if (!acknowledge)
            return;

        writer.WriteStartObject("ext");
        writer.WriteBoolean("ack", true);
        writer.WriteEndObject();
    });

    /// <summary>Fetches messages.</summary>
    /// <param name="id">Message id.</param>
    /// <param name="clientId">Session.</param>
    /// <param name="acknowledged">Number of the last batch received, or null without the extension.</param>
    /// <param name="atOnce">Asks for an answer without holding.</param>
    public static ReadOnlyMemory<byte> Connect(string id, string clientId, long? acknowledged, bool atOnce) => Write("/meta/connect", id, clientId, writer =>
    {
        writer.WriteString("connectionType", "long-polling");
        if (atOnce)
        {
            writer.WriteStartObject("advice");
            writer.WriteNumber("timeout", 0);
            writer.WriteEndObject();
        }

        if (acknowledged is { } batch)
        {
            writer.WriteStartObject("ext");
            writer.WriteNumber("ack", batch);
            writer.WriteEndObject();
        }
    });

    /// <summary>Subscribes to a channel, or with <paramref name="meta"/> <c>/meta/unsubscribe</c> ends that.</summary>
    public static ReadOnlyMemory<byte> Subscription(string meta, string id, string clientId, string channel) =>
        Write(meta, id, clientId, writer => writer.WriteString("subscription", channel));

    /// <summary>Sends data.</summary>
    /// <exception cref="JsonException">The data is not JSON.</exception>
    public static ReadOnlyMemory<byte> Publish(string channel, string id, string clientId, ReadOnlyMemory<byte> data) => Write(channel, id, clientId, writer =>
    {
        writer.WritePropertyName("data");
        writer.WriteRawValue(data.Span);
    });

    /// <summary>Ends a session.</summary>
    public static ReadOnlyMemory<byte> Disconnect(string id, string clientId) => Write("/meta/disconnect", id, clientId, static _ => { });

    private static ReadOnlyMemory<byte> Write(string channel, string id, string? clientId, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonOutput.Options))
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("channel", channel);
            writer.WriteString("id", id);
            if (clientId is not null)
                writer.WriteString("clientId", clientId);
            members(writer);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }
}
