namespace Parley.Bayeux;

/// <summary>One message of a client. Slices are valid as long as the body that they were read from.</summary>
internal sealed class IncomingMessage
{
    /// <summary>The channel; null when it is missing or not a string.</summary>
    public string? Channel { get; set; }

    /// <summary>The id to be repeated, as text; null when there is none.</summary>
    public string? Id { get; set; }

    /// <summary>Whether the id is neither a number nor a string of letters and digits.</summary>
    public bool IdIsInvalid { get; set; }

    /// <summary>The session that the message says it comes from.</summary>
    public string? ClientId { get; set; }

    /// <summary>The protocol version of a handshake.</summary>
    public string? Version { get; set; }

    /// <summary>Which transports a handshake offers.</summary>
    public ConnectionTypes Offered { get; set; }

    /// <summary>Channels and patterns to subscribe or unsubscribe; null when missing or of the wrong shape.</summary>
    public IReadOnlyList<string>? Subscriptions { get; set; }

    /// <summary>Whether the subscription came as an array and has to go back as one.</summary>
    public bool SubscriptionIsArray { get; set; }

    /// <summary>The payload; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Data { get; set; }

    /// <summary>The <c>ext</c> object as it came; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Ext { get; set; }

    /// <summary>What the message says about acknowledgement.</summary>
    public AckField Ack { get; set; }

    /// <summary>The client's clock, when it asks for time synchronisation.</summary>
    public TimeSyncField? TimeSync { get; set; }

    /// <summary>Where private channels of a subscribe shall start; null when it does not say.</summary>
    public IReadOnlyList<BayeuxCursor>? Replay { get; set; }

    /// <summary>Whether <c>ext.replay</c> is something else than integers by channel: an error in a subscribe; a handshake says <c>true</c>.</summary>
    public bool ReplayIsInvalid { get; set; }

    /// <summary>Whether the payload is a chunk of the binary extension.</summary>
    public bool IsBinary { get; set; }

    /// <summary>A timeout for this connect only, in milliseconds.</summary>
    public long? AdviceTimeout { get; set; }

    /// <summary>An interval after this connect only, in milliseconds.</summary>
    public long? AdviceInterval { get; set; }
}
