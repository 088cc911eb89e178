namespace Parley.Bayeux.Load.Servers;

/// <summary>How events reach the client.</summary>
internal enum Transport
{
    /// <summary>WebSocket frames.</summary>
    WebSocket,

    /// <summary>Replies to POST that wait.</summary>
    LongPolling,
}
