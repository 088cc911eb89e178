namespace Parley.Bayeux.Load.Servers;

/// <summary>A server on one of its transports.</summary>
internal sealed record Contender(ServerName Server, Transport Transport)
{
    /// <summary>All of them; within a transport the yardsticks come first.</summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        new(ServerName.Kestrel, Transport.WebSocket),
        new(ServerName.SignalR, Transport.WebSocket),
        new(ServerName.Faye, Transport.WebSocket),
        new(ServerName.Parley, Transport.WebSocket),
        new(ServerName.Faye, Transport.LongPolling),
        new(ServerName.Parley, Transport.LongPolling),
    ];

    /// <summary>How it is named in the output.</summary>
    public string Name => $"{Server.ToString().ToLowerInvariant()}/{(Transport == Transport.WebSocket ? "websocket" : "long-polling")}";
}
