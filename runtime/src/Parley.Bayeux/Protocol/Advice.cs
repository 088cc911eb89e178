using System.Text.Json;

namespace Parley.Bayeux;

/// <summary>What a client is told to do next. Clients replace the former advice by a new one, so it is always written whole.</summary>
/// <param name="Reconnect">What to do after a reply.</param>
/// <param name="Interval">Milliseconds to wait before the next connect.</param>
/// <param name="Timeout">Milliseconds for which a connect is held.</param>
/// <param name="MaxInterval">Milliseconds beyond the interval after which the session is forgotten.</param>
/// <param name="MultipleClients">Whether the browser has more sessions than are held.</param>
internal readonly record struct Advice(Reconnect Reconnect, long Interval, long Timeout, long MaxInterval, bool MultipleClients = false)
{
    /// <summary>Writes the member <c>advice</c>.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("advice"u8);
        writer.WriteString("reconnect"u8, Reconnect switch
        {
            Reconnect.Retry => "retry"u8,
            Reconnect.Handshake => "handshake"u8,
            _ => "none"u8,
        });
        writer.WriteNumber("interval"u8, Interval);
        writer.WriteNumber("timeout"u8, Timeout);
        writer.WriteNumber("maxInterval"u8, MaxInterval);
        if (MultipleClients)
            writer.WriteBoolean("multiple-clients"u8, true);
        writer.WriteEndObject();
    }
}
