namespace Parley.Bayeux;

/// <summary>Transports that this server speaks.</summary>
[Flags]
internal enum ConnectionTypes
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>long-polling</c>.</summary>
    LongPolling = 1,

    /// <summary><c>websocket</c>.</summary>
    WebSocket = 2,
}
