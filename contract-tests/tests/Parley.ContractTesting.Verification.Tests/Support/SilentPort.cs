using System.Net;
using System.Net.Sockets;

namespace Parley.ContractTesting.Support;

/// <summary>A port of 127.0.0.1 where nothing listens. It is taken, so that nothing begins to.</summary>
internal sealed class SilentPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SilentPort() => _socket.Bind(new IPEndPoint(System.Net.IPAddress.Loopback, 0));

    public Uri Address => new($"http://{_socket.LocalEndPoint}");

    public void Dispose() => _socket.Dispose();
}
