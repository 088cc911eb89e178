using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Parley.Bayeux.Load.Servers;

/// <summary>The floor: the bytes of an event written to each WebSocket in turn, without any protocol.</summary>
internal sealed class KestrelServer : ILoadServer
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<WebSocket, byte> _sockets;

    private KestrelServer(WebApplication app, ConcurrentDictionary<WebSocket, byte> sockets)
    {
        _app = app;
        _sockets = sockets;
    }

    public int Port => LoopbackApplication.PortOf(_app);

    public static async Task<ILoadServer> StartAsync()
    {
        var sockets = new ConcurrentDictionary<WebSocket, byte>();
        var app = LoopbackApplication.CreateBuilder().Build();
        app.UseWebSockets();
        app.Map("/load", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
            sockets.TryAdd(socket, 0);
            try
            {
                // The client hears of the upgrade before the socket is known here: from this frame on events reach it.
                await socket.SendAsync("ready"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
                // Clients of this server say nothing; the read ends when they leave.
                await socket.ReceiveAsync(Memory<byte>.Empty, context.RequestAborted);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
            {
                // A client that leaves without a word.
            }
            finally
            {
                sockets.TryRemove(socket, out _);
            }
        });
        await app.StartAsync();
        return new KestrelServer(app, sockets);
    }

    public async ValueTask PublishAsync(int sequence)
    {
        var payload = EventPayload.Utf8(sequence);
        foreach (var (socket, _) in _sockets)
        {
            try
            {
                await socket.SendAsync(payload.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
            catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException)
            {
                _sockets.TryRemove(socket, out _);
            }
        }
    }

    public ValueTask DisposeAsync() => LoopbackApplication.StopAsync(_app);
}
