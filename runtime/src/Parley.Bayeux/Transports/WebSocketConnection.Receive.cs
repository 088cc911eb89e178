using System.Net.WebSockets;

namespace Parley.Bayeux;

/// <content>What comes in.</content>
internal sealed partial class WebSocketConnection
{
    private const int ReadSize = 4096;

    private async Task ReceiveAsync()
    {
        while (_socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            // A read without a buffer waits for data: an idle socket holds none.
            var first = await _socket.ReceiveAsync(Memory<byte>.Empty, _context.RequestAborted);
            using var frame = new PooledBuffer(ReadSize);
            if (first.MessageType == WebSocketMessageType.Close || !await ReadMessageAsync(frame, first))
            {
                Close(_socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, "");
                return;
            }

            if (_socket.State == WebSocketState.Open && frame.Length > 0)
                await ProcessAsync(frame.Written);
            // A client that sends and does not read would fill the memory with its replies; the sweep cuts it when the write before them hangs.
            await RepliesTakenAsync();
        }
    }

    private async ValueTask<bool> ReadMessageAsync(PooledBuffer frame, ValueWebSocketReceiveResult result)
    {
        while (!result.EndOfMessage)
        {
            var memory = frame.GetMemory(ReadSize);
            result = await _socket.ReceiveAsync(memory, _context.RequestAborted);
            if (result.MessageType == WebSocketMessageType.Close)
                return false;
            frame.Advance(result.Count);
            if (frame.Length > _server.Options.MaxMessageSize)
            {
                Refuse(WebSocketCloseStatus.MessageTooBig, FormattableString.Invariant($"More than {_server.Options.MaxMessageSize} bytes"));
                frame.Clear();
                return await DrainAsync();
            }
        }

        if (result.MessageType == WebSocketMessageType.Binary)
        {
            Refuse(WebSocketCloseStatus.InvalidMessageType, "Messages are text");
            frame.Clear();
        }

        return true;
    }

    private async ValueTask<bool> DrainAsync()
    {
        // The rest of a message that was refused, until the client answers the close or the sweep cuts it off.
        var rest = new byte[ReadSize];
        while ((await _socket.ReceiveAsync(rest.AsMemory(), _context.RequestAborted)).MessageType != WebSocketMessageType.Close)
        {
        }

        return false;
    }

    private void Refuse(WebSocketCloseStatus status, string reason)
    {
        Log.FrameRefused(_server.Logger, _userId, reason);
        Close(status, reason);
    }

    private async ValueTask ProcessAsync(ReadOnlyMemory<byte> frame)
    {
        if (!MessageParser.TryParse(frame, _server.Options.MaxJsonDepth, _server.Time.UnixMilliseconds(), out var messages, out var error))
        {
            Refuse(WebSocketCloseStatus.InvalidPayloadData, error!);
            return;
        }

        using var exchange = new Exchange(_context, _user, _userId, this, messages) { BrowserId = _browserId };
        await _processor.ProcessAsync(exchange, _context.RequestAborted);
        if (!exchange.Replies.IsEmpty)
            Enqueue(exchange.Replies.ToFrame());
        // Not before: nothing may be sent ahead of the handshake's reply.
        if (exchange.Handshaken)
            Bind(exchange.Session!);
        if (exchange.Connect is { } connect)
            Connect(exchange.Session!, connect);
    }

    private void Connect(Session session, IncomingMessage message)
    {
        var plan = _connects.Begin(session, message, mayHold: true);
        var held = new SocketHeldConnect(this, session, message, plan.Cycle, plan.Interval) { Deadline = plan.Deadline };
        if ((plan.Hold ? session.TryHold(held) : plan.Outcome) is { } atOnce)
            held.Complete(atOnce);
        else if (_server.IsDraining)
            session.Drain();
    }
}
