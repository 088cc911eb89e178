using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Clients;

/// <summary>Bayeux by POST on one HTTP/1.1 connection, the way a client uses one when it has nothing to send but connects.</summary>
internal sealed class LongPollingSession : LoadSession
{
    private readonly BayeuxMessages _messages = new(Transport.LongPolling);
    private byte[] _connect = [];
    private string _cookie = "";

    protected override async Task GreetAsync(int port, CancellationToken cancellationToken)
    {
        await SendAsync(Post(port, _messages.Handshake), cancellationToken);
        var head = await ReadHeadAsync(cancellationToken);
        _cookie = CookieOf(head);
        _messages.Handshaken(await ReadTextAsync(ContentLengthOf(Encoding.ASCII.GetBytes(head)), cancellationToken));
        BayeuxMessages.Successful(await ExchangeAsync(Post(port, _messages.FirstConnect), cancellationToken));
        BayeuxMessages.Successful(await ExchangeAsync(Post(port, _messages.Subscribe), cancellationToken));
        _connect = Post(port, _messages.Connect);
        await SendAsync(_connect, cancellationToken);
    }

    protected override ReadOnlyMemory<byte> AnswerTo(ReadOnlySpan<byte> message) =>
        message.IndexOf("\"successful\":true"u8) >= 0 ? _connect : throw new InvalidDataException($"A connect failed: {Encoding.UTF8.GetString(message)}");

    protected override bool TryFind(ReadOnlySpan<byte> received, out Range message, out int consumed)
    {
        (message, consumed) = (default, 0);
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var body = head + 4;
        var length = ContentLengthOf(received[..head]);
        if (received.Length < body + length)
            return false;
        (message, consumed) = (body..(body + length), body + length);
        return true;
    }

    private static int ContentLengthOf(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw new InvalidDataException($"A response has no Content-Length: {Encoding.ASCII.GetString(head)}");
    }

    private static string CookieOf(string head)
    {
        const string name = "Set-Cookie: ";
        var line = Array.Find(head.Split("\r\n"), static line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return line is null ? "" : $"Cookie: {line[name.Length..].Split(';')[0]}\r\n";
    }

    private byte[] Post(int port, string body) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST /load HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n{_cookie}Content-Length: {body.Length}\r\n\r\n{body}"));
}
