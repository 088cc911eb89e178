using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley.Bayeux;

/// <summary>An event as it goes out: serialised once, its bytes shared by all sessions that get it.</summary>
internal sealed class Delivery
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Delivery(byte[] frame, string channel, long sequence, bool isLazy, bool isDroppable)
    {
        IsLazy = isLazy;
        IsDroppable = isDroppable;
        Frame = frame;
        Channel = channel;
        Sequence = sequence;
    }

    /// <summary>The event as an array of one, ready to be a frame.</summary>
    public byte[] Frame { get; }

    /// <summary>The event alone.</summary>
    public ReadOnlyMemory<byte> Message => Frame.AsMemory(1, Frame.Length - 2);

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>Place in a private stream; 0 for a broadcast.</summary>
    public long Sequence { get; }

    /// <summary>Whether it waits for something else to be sent.</summary>
    public bool IsLazy { get; }

    /// <summary>Whether it may be dropped to make room.</summary>
    public bool IsDroppable { get; }

    /// <summary>Serialises an event.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="data">The payload, valid JSON.</param>
    /// <param name="sequence">Place in a private stream; 0 for a broadcast.</param>
    /// <param name="isLazy">Whether it waits for something else to be sent.</param>
    /// <param name="isDroppable">Whether it may be dropped to make room.</param>
    /// <param name="isBinary">Whether the payload is a chunk of the binary extension.</param>
    public static Delivery Create(string channel, ReadOnlySpan<byte> data, long sequence = 0, bool isLazy = false, bool isDroppable = false, bool isBinary = false)
    {
        using var buffer = new PooledBuffer(data.Length + channel.Length + 64);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("channel"u8, channel);
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(data, skipInputValidation: true);
            if (sequence > 0 || isBinary)
                WriteExt(writer, sequence, isBinary);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        return new(buffer.Written.ToArray(), channel, sequence, isLazy, isDroppable);
    }

    /// <summary>Writes the member <c>ext</c> of an event.</summary>
    public static void WriteExt(Utf8JsonWriter writer, long sequence, bool isBinary)
    {
        writer.WriteStartObject("ext"u8);
        if (sequence > 0)
            writer.WriteNumber("replay"u8, sequence);
        if (isBinary)
        {
            writer.WriteStartObject("binary"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
