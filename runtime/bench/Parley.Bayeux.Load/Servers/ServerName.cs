namespace Parley.Bayeux.Load.Servers;

/// <summary>The servers that are compared.</summary>
internal enum ServerName
{
    /// <summary>Bare Kestrel: the floor of a WebSocket broadcast.</summary>
    Kestrel,

    /// <summary>An ASP.NET Core SignalR hub.</summary>
    SignalR,

    /// <summary>Parley.Bayeux.</summary>
    Parley,

    /// <summary>npm's faye.</summary>
    Faye,
}
