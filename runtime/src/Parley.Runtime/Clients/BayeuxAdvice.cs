using System.Text.Json;

namespace Parley;

/// <summary>What a server asks its client to do next. Each advice replaces the former one as a whole.</summary>
/// <param name="Reconnect"><c>retry</c>, <c>handshake</c> or <c>none</c>.</param>
/// <param name="Interval">Pause before the next connect.</param>
/// <param name="Timeout">How long the server holds a connect.</param>
internal sealed record BayeuxAdvice(string Reconnect, TimeSpan Interval, TimeSpan Timeout)
{
    /// <summary>What holds until a server advises.</summary>
    public static BayeuxAdvice Default { get; } = new("retry", TimeSpan.Zero, TimeSpan.FromSeconds(60));

    /// <summary>Reads an advice; a member that is missing or senseless has its default.</summary>
    public static BayeuxAdvice Read(JsonElement advice) => new(
        advice.TryGetProperty("reconnect", out var reconnect) && reconnect.ValueKind == JsonValueKind.String ? reconnect.GetString()! : Default.Reconnect,
        Milliseconds(advice, "interval", Default.Interval),
        Milliseconds(advice, "timeout", Default.Timeout));

    private static TimeSpan Milliseconds(JsonElement advice, string member, TimeSpan otherwise) =>
        advice.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var milliseconds) && milliseconds >= 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : otherwise;
}
