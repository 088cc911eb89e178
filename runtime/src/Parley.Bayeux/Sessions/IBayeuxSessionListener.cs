namespace Parley.Bayeux;

/// <summary>Hears of sessions that begin and end: for presence, say. Register singletons; called concurrently. One that throws is logged and changes nothing.</summary>
public interface IBayeuxSessionListener
{
    /// <summary>
    /// A session was opened and its client has not been told yet. What <see cref="BayeuxServer.Deliver"/> sends it now comes with the handshake's reply by
    /// long-polling (unless it acknowledges), right after it by WebSocket.
    /// </summary>
    /// <param name="session">The session.</param>
    void Opened(BayeuxSession session);

    /// <summary>A session has ended.</summary>
    /// <param name="session">The session.</param>
    /// <param name="reason">Why.</param>
    void Ended(BayeuxSession session, RemovalReason reason);
}
