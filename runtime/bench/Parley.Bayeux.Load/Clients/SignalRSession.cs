namespace Parley.Bayeux.Load.Clients;

/// <summary>SignalR's JSON hub protocol over a WebSocket, without negotiation. Messages end in U+001E.</summary>
internal sealed class SignalRSession : WebSocketSession
{
    private static readonly byte[] Ping = Frame("{\"type\":6}\u001e");

    protected override async Task GreetAsync(int port, CancellationToken cancellationToken)
    {
        await base.GreetAsync(port, cancellationToken);
        var reply = await ExchangeAsync(Frame("{\"protocol\":\"json\",\"version\":1}\u001e"), cancellationToken);
        if (!reply.StartsWith("{}\u001e", StringComparison.Ordinal))
            throw new InvalidDataException($"The hub refused the handshake: {reply}");
        while (!reply.Contains("\"ready\"", StringComparison.Ordinal))
            reply = await ReadAsync(cancellationToken);
    }

    // The server pings an idle client every 15 seconds, and wants to hear from it within 30.
    protected override ReadOnlyMemory<byte> AnswerTo(ReadOnlySpan<byte> message) => message.IndexOf("{\"type\":6}"u8) >= 0 ? Ping : default;
}
