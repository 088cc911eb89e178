using System.Buffers;
using System.Text.Json;

namespace Parley;

/// <summary>What emitted publishers do for every notification.</summary>
public static class NotificationPublishing
{
    /// <summary>Writes a payload and hands it to the sink, which may keep the bytes.</summary>
    /// <typeparam name="TPayload">The payload type.</typeparam>
    /// <param name="sink">Where notifications go.</param>
    /// <param name="recipient">Whom <c>/me/</c> in the channel stands for.</param>
    /// <param name="notification">Which notification.</param>
    /// <param name="payload">Its payload.</param>
    public static void Publish<TPayload>(this INotificationSink sink, string recipient, NotificationDescriptor notification, TPayload payload)
        where TPayload : class, IJsonType<TPayload>
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(payload);

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonOutput.Options))
            payload.WriteTo(writer);
        sink.Publish(recipient, notification, buffer.WrittenMemory);
    }
}
