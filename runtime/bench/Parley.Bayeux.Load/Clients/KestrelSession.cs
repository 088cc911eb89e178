namespace Parley.Bayeux.Load.Clients;

/// <summary>A bare WebSocket: it says nothing and takes what comes, once the server has said that it is ready.</summary>
internal sealed class KestrelSession : WebSocketSession
{
    protected override async Task GreetAsync(int port, CancellationToken cancellationToken)
    {
        await base.GreetAsync(port, cancellationToken);
        await ReadAsync(cancellationToken);
    }
}
