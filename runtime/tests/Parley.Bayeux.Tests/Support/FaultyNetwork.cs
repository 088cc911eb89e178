using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Parley.Bayeux;

/// <summary>A network between client and server that breaks when a test says so: bytes are passed on between two sockets for each connection.</summary>
internal sealed class FaultyNetwork : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private volatile TaskCompletionSource _downstream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _serverPort;
    private volatile bool _down;

    public FaultyNetwork(BayeuxHost host)
    {
        _serverPort = host.Port;
        _downstream.SetResult();
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where clients find the network.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Breaks all connections.</summary>
    public void Cut()
    {
        foreach (var (connection, _) in _open)
            Reset(connection);
    }

    /// <summary>Breaks all connections and each new one, until <see cref="Up"/>.</summary>
    public void Down()
    {
        _down = true;
        Cut();
    }

    /// <summary>Lets connections through again.</summary>
    public void Up() => _down = false;

    /// <summary>Ends the server and puts another in its place. Its port is another, too: the former may be somebody else's by now, so until then nothing leads there.</summary>
    public async Task<BayeuxHost> ReplaceAsync(BayeuxHost former, Func<Task<BayeuxHost>> start)
    {
        _down = true;
        await former.StopAsync();
        await former.DisposeAsync();
        var host = await start();
        _serverPort = host.Port;
        Up();
        return host;
    }

    /// <summary>Keeps back what the server sends, until <see cref="Resume"/>.</summary>
    public void Pause() => _downstream = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Passes on what was kept back, and what follows.</summary>
    public void Resume() => _downstream.TrySetResult();

    public void Dispose()
    {
        Down();
        _downstream.TrySetResult();
        _listener.Dispose();
    }

    private void Reset(TcpClient connection)
    {
        // A cut and the end of the other direction may come together: one of them resets.
        if (!_open.TryRemove(connection, out _))
            return;
        // A reset instead of an orderly end.
        connection.Client.LingerState = new(true, 0);
        connection.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was disposed.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        _open.TryAdd(client, 0);
        _open.TryAdd(server, 0);
        try
        {
            // Looked at after the connections are known: a cut at the same moment finds them or is found.
            if (_down)
                return;
            await server.ConnectAsync(IPAddress.Loopback, _serverPort);
            await Task.WhenAny(
                PassAsync(client.GetStream(), server.GetStream(), static () => Task.CompletedTask),
                PassAsync(server.GetStream(), client.GetStream(), () => _downstream.Task));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One end was cut, or the server is away.
        }
        finally
        {
            Reset(client);
            Reset(server);
        }
    }

    private static async Task PassAsync(NetworkStream from, NetworkStream to, Func<Task> gate)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int length;
            while ((length = await from.ReadAsync(buffer)) > 0)
            {
                await gate();
                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // This direction is broken; the other is given up, too.
        }
    }
}
