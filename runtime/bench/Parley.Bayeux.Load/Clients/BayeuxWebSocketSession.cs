using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Clients;

/// <summary>Bayeux over a WebSocket: events come by themselves, connects are the heartbeat.</summary>
internal sealed class BayeuxWebSocketSession : WebSocketSession
{
    private readonly BayeuxMessages _messages = new(Transport.WebSocket);
    private byte[] _connect = [];

    protected override async Task GreetAsync(int port, CancellationToken cancellationToken)
    {
        await base.GreetAsync(port, cancellationToken);
        _messages.Handshaken(await ExchangeAsync(Frame(_messages.Handshake), cancellationToken));
        BayeuxMessages.Successful(await ExchangeAsync(Frame(_messages.FirstConnect), cancellationToken));
        BayeuxMessages.Successful(await ExchangeAsync(Frame(_messages.Subscribe), cancellationToken));
        _connect = Frame(_messages.Connect);
        await SendAsync(_connect, cancellationToken);
    }

    protected override ReadOnlyMemory<byte> AnswerTo(ReadOnlySpan<byte> message)
    {
        if (message.IndexOf("/meta/connect"u8) < 0)
            return default;
        return message.IndexOf("\"successful\":true"u8) >= 0 ? _connect : throw new InvalidDataException("A connect failed.");
    }
}
