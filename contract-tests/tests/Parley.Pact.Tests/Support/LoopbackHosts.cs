using System.Net.Sockets;

namespace Parley.Pacts.Tests;

/// <summary>What this machine calls itself.</summary>
internal static class LoopbackHosts
{
    /// <summary>Whether a server can listen on <c>[::1]</c>.</summary>
    public static bool HasVersion6()
    {
        if (!Socket.OSSupportsIPv6)
            return false;
        try
        {
            using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.IPv6Loopback, 0));
            return true;
        }
        catch (SocketException)
        {
            // The system speaks IPv6, but the loopback interface has no such address.
            return false;
        }
    }
}
