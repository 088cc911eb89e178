using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parley.Bayeux;

/// <summary>A bare TCP connection, for bytes that no client library sends.</summary>
internal sealed class RawConnection : IDisposable
{
    public const byte Text = 0x1;
    public const byte Close = 0x8;
    public const byte Final = 0x80;
    public const byte Compressed = 0x40;

    private readonly TcpClient _tcp = new() { NoDelay = true };

    public NetworkStream Stream => _tcp.GetStream();

    public static async Task<RawConnection> OpenAsync(BayeuxHost host)
    {
        var connection = new RawConnection();
        await connection._tcp.ConnectAsync(IPAddress.Loopback, host.Port, TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Opens a WebSocket and returns the head of the answer.</summary>
    public async Task<string> UpgradeAsync(string user = "agent1", string headers = "")
    {
        var authorization = Convert.ToBase64String(Encoding.ASCII.GetBytes(user + ":x"));
        await SendAsync(
            $"GET {BayeuxHost.Path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
            $"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Basic {authorization}\r\n{headers}\r\n");
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    public Task SendAsync(string ascii) => SendAsync(Encoding.ASCII.GetBytes(ascii));

    public Task SendAsync(byte[] bytes) => Stream.WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    /// <summary>Sends one frame; the mask is zero, which leaves the payload readable.</summary>
    public Task SendFrameAsync(byte head, string payload) => SendAsync(Frame(head, Encoding.UTF8.GetBytes(payload)));

    public static byte[] Frame(byte head, byte[] payload)
    {
        byte[] length = payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [head, .. length, 0, 0, 0, 0, .. payload];
    }

    /// <summary>The next frame: its first byte and its payload.</summary>
    public async Task<(byte Head, byte[] Payload)> ReadFrameAsync()
    {
        var head = new byte[2];
        await ReadExactlyAsync(head);
        var length = (ulong)(head[1] & 0x7F);
        if (length >= 126)
        {
            var more = new byte[length == 126 ? 2 : 8];
            await ReadExactlyAsync(more);
            length = length == 126 ? BinaryPrimitives.ReadUInt16BigEndian(more) : BinaryPrimitives.ReadUInt64BigEndian(more);
        }

        var payload = new byte[length];
        await ReadExactlyAsync(payload);
        return (head[0], payload);
    }

    /// <summary>Reads until the server closes or resets.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var all = new MemoryStream();
        try
        {
            await Stream.CopyToAsync(all, TestContext.Current.CancellationToken).WaitAsync(Limit.Any);
        }
        catch (IOException)
        {
            // A reset is an end, too.
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }

    public void Dispose() => _tcp.Dispose();

    private Task ReadExactlyAsync(byte[] into) => Stream.ReadExactlyAsync(into, TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit.Any);
}
