using System.Net.WebSockets;

namespace Parley.Bayeux;

/// <content>What goes out.</content>
internal sealed partial class WebSocketConnection : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Flushing = 1;
    private const int FlushingWithMore = 2;

    // A backlog goes out in pieces, so that the time of a write does not grow with it.
    private const int FrameBytes = 64 * 1024;

    // What waits of replies when the client's next message waits, too.
    private const int MaxReplyBytes = 64 * 1024;

    private List<byte[]>? _frames;
    private int _replyBytes;
    private TaskCompletionSource? _repliesTaken;
    private (WebSocketCloseStatus Status, string Reason)? _close;
    private TaskCompletionSource? _flushed;
    private long _writeDeadline;
    private int _flushState;
    private bool _closeSent;

    /// <summary>How many bytes of replies wait for the write before them.</summary>
    public int QueuedReplyBytes
    {
        get { lock (_gate) return _replyBytes; }
    }

    /// <summary>Sends replies.</summary>
    /// <param name="frame">An array of messages.</param>
    public void Enqueue(byte[] frame)
    {
        lock (_gate)
        {
            (_frames ??= []).Add(frame);
            _replyBytes += frame.Length;
        }

        ScheduleFlush();
    }

    /// <summary>Closes the socket after what waits has been sent. The first call counts.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        lock (_gate)
            _close ??= (status, reason.Length > 120 ? reason[..120] : reason);
        ScheduleFlush();
    }

    /// <summary>Answers a connect; a session that acknowledges gets its events in the same frame.</summary>
    public void Answer(Session session, HeldConnect connect, ConnectOutcome outcome)
    {
        var deliveries = new List<Delivery>();
        var batch = session.Acknowledges && outcome is ConnectOutcome.Ready or ConnectOutcome.Draining ? session.Take(deliveries, _server.Options.MaxQueueBytes) : 0;
        using var reply = new ReplyWriter();
        reply.Write(connect.Message, _connects.Answer(session, outcome, connect.Interval, batch));
        Enqueue(deliveries.Count == 0 ? reply.ToFrame() : Join(deliveries, reply.ToFrame()));
        session.EndConnect(connect.Cycle, connect.Interval);
    }

    /// <summary>There is something to send. Calls during a flush only make it look again.</summary>
    public void ScheduleFlush()
    {
        while (true)
        {
            var state = Volatile.Read(ref _flushState);
            if (state == FlushingWithMore)
                return;
            var next = state == Idle ? Flushing : FlushingWithMore;
            if (Interlocked.CompareExchange(ref _flushState, next, state) != state)
                continue;
            if (next == Flushing)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = FlushAsync();

    private async Task FlushAsync()
    {
        try
        {
            do
            {
                Interlocked.Exchange(ref _flushState, Flushing);
                while (await FlushOnceAsync())
                {
                }
            }
            while (Interlocked.CompareExchange(ref _flushState, Idle, Flushing) != Flushing);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The socket is gone: what was not confirmed stays queued in the session. The state stays Flushing, nothing more is sent here.
            Log.Lost(_server.Logger, _userId, exception.Message);
            _socket.Abort();
        }
        finally
        {
            lock (_gate)
            {
                _flushed?.TrySetResult();
                _repliesTaken?.TrySetResult();
            }
        }
    }

    private async ValueTask<bool> FlushOnceAsync()
    {
        List<byte[]>? frames;
        Session? session;
        bool closing;
        lock (_gate)
        {
            (frames, _frames) = (_frames, null);
            _replyBytes = 0;
            _repliesTaken?.TrySetResult();
            _repliesTaken = null;
            session = _session;
            closing = _close is not null;
        }

        var deliveries = new List<Delivery>();
        var last = session is { Acknowledges: false } && !closing ? session.Take(deliveries, FrameBytes, alone: frames is null) : 0;
        if (frames is null && deliveries.Count == 0)
        {
            await CloseOutputAsync();
            return false;
        }

        Volatile.Write(ref _writeDeadline, _server.Time.After(_server.Options.SendTimeout));
        // What is alone goes out as it is, an event's bytes shared with all other sessions. More is joined, in memory that is rented while it is being sent.
        using var joined = new PooledBuffer(1024);
        var message = deliveries.Count + (frames?.Count ?? 0) == 1
            ? (frames is null ? deliveries[0].Frame : frames[0]).AsMemory()
            : Join(joined, frames ?? [], deliveries);
        // Small messages would only grow.
        var flags = message.Length < _server.Options.WebSocketCompressionMinimum ? WebSocketMessageFlags.EndOfMessage | WebSocketMessageFlags.DisableCompression : WebSocketMessageFlags.EndOfMessage;
        using var activity = deliveries.Count > 0 ? BayeuxActivities.Deliver(deliveries.Count) : null;
        await _socket.SendAsync(message, WebSocketMessageType.Text, flags, _context.RequestAborted);
        Volatile.Write(ref _writeDeadline, 0);
        if (deliveries.Count > 0)
            session!.Confirm(last);
        return true;
    }

    private async ValueTask CloseOutputAsync()
    {
        (WebSocketCloseStatus Status, string Reason) close;
        lock (_gate)
        {
            if (_close is not { } wanted || _closeSent)
                return;
            close = wanted;
            _closeSent = true;
        }

        // The client has as long as for a write to answer the close.
        Volatile.Write(ref _writeDeadline, _server.Time.After(_server.Options.SendTimeout));
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await _socket.CloseOutputAsync(close.Status, close.Reason, _context.RequestAborted);
    }

    /// <summary>Ends when the flush that runs, if any, has ended.</summary>
    private Task FlushedAsync()
    {
        lock (_gate)
        {
            if (Volatile.Read(ref _flushState) == Idle || _socket.State is WebSocketState.Aborted or WebSocketState.Closed)
                return Task.CompletedTask;
            _flushed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _flushed.Task;
        }
    }

    /// <summary>Ends when few enough replies wait, or when none will be sent any more.</summary>
    private Task RepliesTakenAsync()
    {
        lock (_gate)
        {
            if (_replyBytes <= MaxReplyBytes || _socket.State is WebSocketState.Aborted or WebSocketState.Closed)
                return Task.CompletedTask;
            _repliesTaken ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _repliesTaken.Task;
        }
    }

    private static byte[] Join(List<Delivery> deliveries, byte[] reply)
    {
        using var buffer = new PooledBuffer(1024);
        buffer.Append((byte)'[');
        Append(buffer, deliveries);
        Append(buffer, reply);
        buffer.Append((byte)']');
        return buffer.Written.ToArray();
    }

    private static ReadOnlyMemory<byte> Join(PooledBuffer buffer, List<byte[]> frames, List<Delivery> deliveries)
    {
        buffer.Append((byte)'[');
        foreach (var frame in frames)
            Append(buffer, frame);
        Append(buffer, deliveries);
        buffer.Append((byte)']');
        return buffer.Written;
    }

    private static void Append(PooledBuffer buffer, List<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
            Append(buffer, delivery.Frame);
    }

    private static void Append(PooledBuffer buffer, byte[] frame)
    {
        if (buffer.Length > 1)
            buffer.Append((byte)',');
        buffer.Append(frame.AsSpan(1, frame.Length - 2));
    }
}
