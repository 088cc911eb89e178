using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parley.Bayeux.Load.Clients;

/// <summary>
/// One client on one socket. It reads into a buffer of its own, finds the messages there and answers with bytes made in advance: a delivery allocates nothing, so
/// that the load costs the machine as little as it can.
/// </summary>
internal abstract class LoadSession : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[1024];
    private int _start;
    private int _end;

    /// <summary>Ends when the session does: with an exception unless this side closed it.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    private ReadOnlySpan<byte> Received => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Opens the session; from then on it receives what is published.</summary>
    /// <param name="port">The server's port on 127.0.0.1.</param>
    /// <param name="ledger">Where deliveries are noted.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task OpenAsync(int port, DeliveryLedger ledger, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        await GreetAsync(port, cancellationToken);
        Ended = ListenAsync(ledger, ledger.Join());
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Whatever has to be said before events come.</summary>
    protected abstract Task GreetAsync(int port, CancellationToken cancellationToken);

    /// <summary>Finds the first whole message.</summary>
    /// <param name="received">What has come so far.</param>
    /// <param name="message">Where in it the message's text is.</param>
    /// <param name="consumed">How much it takes with its framing.</param>
    /// <returns>False when more has to come.</returns>
    protected abstract bool TryFind(ReadOnlySpan<byte> received, out Range message, out int consumed);

    /// <summary>What a message is answered with; empty for nothing.</summary>
    protected abstract ReadOnlyMemory<byte> AnswerTo(ReadOnlySpan<byte> message);

    /// <summary>Sends.</summary>
    protected async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
            bytes = bytes[await _socket.SendAsync(bytes, cancellationToken)..];
    }

    /// <summary>Sends, and reads the next message.</summary>
    protected async Task<string> ExchangeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await SendAsync(bytes, cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Reads the next message.</summary>
    protected async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryFind(Received, out var message, out var consumed))
            {
                var text = Encoding.UTF8.GetString(Received[message]);
                _start += consumed;
                return text;
            }

            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Reads up to the end of an HTTP response's head.</summary>
    protected async Task<string> ReadHeadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Received.IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                var head = Encoding.ASCII.GetString(Received[..end]);
                _start += end + 4;
                return head;
            }

            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Reads so many bytes.</summary>
    protected async Task<string> ReadTextAsync(int length, CancellationToken cancellationToken)
    {
        while (Received.Length < length)
            await FillAsync(cancellationToken);
        var text = Encoding.UTF8.GetString(Received[..length]);
        _start += length;
        return text;
    }

    private async Task ListenAsync(DeliveryLedger ledger, EventRecord record)
    {
        // Not on the opener's stack: what has come already is worked off on the pool.
        await Task.Yield();
        try
        {
            while (true)
            {
                var now = Stopwatch.GetTimestamp();
                while (TryFind(Received, out var message, out var consumed))
                {
                    // The answer first: an event has arrived for good when the next one can.
                    if (AnswerTo(Received[message]) is { IsEmpty: false } answer)
                        await SendAsync(answer, CancellationToken.None);
                    ledger.Received(record, Received[message], now);
                    _start += consumed;
                }

                await FillAsync(CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
        {
            // This side has closed the socket.
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
            _start = _end = 0;
        if (_end == _buffer.Length)
            MakeRoom();
        var count = await _socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
        if (count == 0)
            throw new EndOfStreamException("The server closed the connection.");
        _end += count;
    }

    private void MakeRoom()
    {
        var larger = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
        Received.CopyTo(larger);
        (_start, _end) = (0, _end - _start);
        _buffer = larger;
    }
}
