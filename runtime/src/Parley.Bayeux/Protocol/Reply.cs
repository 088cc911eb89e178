using System.Text.Json;

namespace Parley.Bayeux;

/// <summary>What a reply says beside channel, id and success.</summary>
internal readonly record struct Reply
{
    /// <summary>The error, which makes the reply unsuccessful; null for success.</summary>
    public string? Error { get; init; }

    /// <summary>The session, where the reply names it.</summary>
    public string? ClientId { get; init; }

    /// <summary>Advice, in replies to handshakes and connects.</summary>
    public Advice? Advice { get; init; }

    /// <summary>Whether this is a handshake's reply, which lists versions and transports.</summary>
    public bool IsHandshake { get; init; }

    /// <summary>The acknowledgement batch of a connect, or the server's consent in a handshake.</summary>
    public AckField Ack { get; init; }

    /// <summary>How many events follow a handshake's reply; the client connects after it has seen them.</summary>
    public int Messages { get; init; }

    /// <summary>Whether a handshake's reply says that subscriptions may name a place to replay from.</summary>
    public bool Replays { get; init; }

    /// <summary>What a policy adds to <c>ext</c> of a handshake's reply.</summary>
    public IDictionary<string, JsonElement>? Ext { get; init; }

    /// <summary>The server's clock in milliseconds, for time synchronisation.</summary>
    public long Now { get; init; }
}
