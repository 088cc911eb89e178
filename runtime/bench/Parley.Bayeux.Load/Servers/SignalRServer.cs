using Microsoft.AspNetCore.SignalR;

namespace Parley.Bayeux.Load.Servers;

/// <summary>A SignalR hub with the JSON protocol and its defaults.</summary>
internal sealed class SignalRServer : ILoadServer
{
    private readonly WebApplication _app;
    private readonly IHubContext<LoadHub> _hub;

    private SignalRServer(WebApplication app)
    {
        _app = app;
        _hub = app.Services.GetRequiredService<IHubContext<LoadHub>>();
    }

    public int Port => LoopbackApplication.PortOf(_app);

    public static async Task<ILoadServer> StartAsync()
    {
        var builder = LoopbackApplication.CreateBuilder();
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<LoadHub>("/load");
        await app.StartAsync();
        return new SignalRServer(app);
    }

    public async ValueTask PublishAsync(int sequence) => await _hub.Clients.All.SendAsync("event", new LoadEvent(sequence, EventPayload.TextOf(sequence)));

    public ValueTask DisposeAsync() => LoopbackApplication.StopAsync(_app);

    /// <summary>The event as SignalR's JSON protocol serialises it: the same object as <see cref="EventPayload"/>.</summary>
    private sealed record LoadEvent(int Seq, string Text);

    // SignalR makes hubs by reflection.
    private sealed class LoadHub : Hub
    {
        // It answers the handshake before the connection is one of all clients: from this message on events reach it.
        public override Task OnConnectedAsync() => Clients.Caller.SendAsync("ready");
    }
}
