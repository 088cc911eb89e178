namespace Parley.Bayeux;

/// <summary>A connect that came by WebSocket and waits; its answer is a frame.</summary>
internal sealed class SocketHeldConnect(WebSocketConnection connection, Session session, IncomingMessage message, long cycle, long interval)
    : HeldConnect(message, cycle, interval)
{
    /// <summary>The socket that it came by.</summary>
    public WebSocketConnection Connection => connection;

    public override void Complete(ConnectOutcome outcome) => connection.Answer(session, this, outcome);
}
