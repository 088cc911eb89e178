namespace Parley.Bayeux;

/// <summary>Why a connect is answered.</summary>
internal enum ConnectOutcome
{
    /// <summary>There is something to deliver, the time is over, or it was not to be held.</summary>
    Ready,

    /// <summary>A later connect of the same session took its place.</summary>
    Overtaken,

    /// <summary>The session was disconnected; the client shall not come back.</summary>
    Disconnected,

    /// <summary>The session was ended by the server; the client shall handshake again.</summary>
    Ended,

    /// <summary>The server is stopping; the client shall come back later.</summary>
    Draining,

    /// <summary>The client went away; nobody reads the answer.</summary>
    Aborted,
}
