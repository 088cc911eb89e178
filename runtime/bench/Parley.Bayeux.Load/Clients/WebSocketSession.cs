using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Parley.Bayeux.Load.Clients;

/// <summary>A WebSocket (RFC 6455) without extensions, which says nothing by itself.</summary>
internal abstract class WebSocketSession : LoadSession
{
    protected override async Task GreetAsync(int port, CancellationToken cancellationToken)
    {
        var request = string.Create(CultureInfo.InvariantCulture, $"GET /load HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}\r\n\r\n");
        await SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        var head = await ReadHeadAsync(cancellationToken);
        if (!head.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            throw new InvalidDataException($"The server refused the WebSocket: {head.Split('\r')[0]}");
    }

    protected override ReadOnlyMemory<byte> AnswerTo(ReadOnlySpan<byte> message) => default;

    protected override bool TryFind(ReadOnlySpan<byte> received, out Range message, out int consumed)
    {
        (message, consumed) = (default, 0);
        if (received.Length < 2)
            return false;
        var (head, length) = (2, received[1] & 0x7F);
        if (length == 126)
        {
            if (received.Length < 4)
                return false;
            (head, length) = (4, BinaryPrimitives.ReadUInt16BigEndian(received[2..]));
        }
        else if (length == 127)
        {
            if (received.Length < 10)
                return false;
            (head, length) = (10, (int)BinaryPrimitives.ReadUInt64BigEndian(received[2..]));
        }

        if (received.Length < head + length)
            return false;
        (message, consumed) = (head..(head + length), head + length);
        return (received[0] & 0x0F) != 8 ? true : throw new EndOfStreamException("The server closed the WebSocket.");
    }

    /// <summary>A text frame, masked with zeros as a client may: the mask leaves the text as it is.</summary>
    protected static byte[] Frame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] head = payload.Length < 126
            ? [0x81, (byte)(0x80 | payload.Length), 0, 0, 0, 0]
            : [0x81, 0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length, 0, 0, 0, 0];
        return [.. head, .. payload];
    }
}
