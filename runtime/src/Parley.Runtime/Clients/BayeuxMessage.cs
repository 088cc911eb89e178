using System.Runtime.InteropServices;
using System.Text.Json;

namespace Parley;

/// <summary>One message from a Bayeux server.</summary>
internal sealed record BayeuxMessage
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The id of the request that it answers, or null.</summary>
    public string? Id { get; init; }

    /// <summary>For a reply: whether the request succeeded. Null for an event.</summary>
    public bool? Successful { get; init; }

    /// <summary>The error of a refused request.</summary>
    public string? Error { get; init; }

    /// <summary>The session, in a handshake reply.</summary>
    public string? ClientId { get; init; }

    /// <summary>The server's advice, if it gave one.</summary>
    public BayeuxAdvice? Advice { get; init; }

    /// <summary>Number of the batch to acknowledge, in a connect reply or as the start in a handshake reply.</summary>
    public long? AckBatch { get; init; }

    /// <summary>Whether a handshake reply agrees to acknowledged messages.</summary>
    public bool AckAgreed { get; init; }

    /// <summary>The data as UTF-8 JSON, or null. What has data is an event, what has none is a reply.</summary>
    public ReadOnlyMemory<byte>? Data { get; init; }

    /// <summary>Whether the server does not know the session any more.</summary>
    public bool IsUnknownSession => Error?.StartsWith("402:", StringComparison.Ordinal) == true;

    /// <summary>Reads the messages of a reply.</summary>
    /// <exception cref="JsonException">The text is no array of messages.</exception>
    public static IReadOnlyList<BayeuxMessage> ReadAll(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("A Bayeux reply is an array of messages.");
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static BayeuxMessage Read(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || Text(message, "channel") is not { } channel)
            throw new JsonException("A Bayeux message is an object with a channel.");

        var ack = message.TryGetProperty("ext", out var ext) && ext.ValueKind == JsonValueKind.Object && ext.TryGetProperty("ack", out var value) ? value : default;
        return new BayeuxMessage
        {
            Channel = channel,
            Id = Text(message, "id"),
            Successful = message.TryGetProperty("successful", out var successful) ? successful.ValueKind == JsonValueKind.True : null,
            Error = Text(message, "error"),
            ClientId = Text(message, "clientId"),
            Advice = message.TryGetProperty("advice", out var advice) && advice.ValueKind == JsonValueKind.Object ? BayeuxAdvice.Read(advice) : null,
            AckBatch = ack.ValueKind switch
            {
                JsonValueKind.Number => ack.TryGetInt64(out var number) ? number : null,
                JsonValueKind.Object => ack.TryGetProperty("batch", out var batch) && batch.ValueKind == JsonValueKind.Number && batch.TryGetInt64(out var start) ? start : null,
                _ => null,
            },
            AckAgreed = ack.ValueKind == JsonValueKind.True
                || (ack.ValueKind == JsonValueKind.Object && ack.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.True),

            // The cast matters: a bare null would become an array, then empty memory, and every reply an event.
            Data = message.TryGetProperty("data", out var data) ? JsonMarshal.GetRawUtf8Value(data).ToArray() : (ReadOnlyMemory<byte>?)null,
        };
    }

    private static string? Text(JsonElement message, string member) =>
        message.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
