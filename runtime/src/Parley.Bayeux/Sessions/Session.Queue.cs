namespace Parley.Bayeux;

/// <content>What waits for the client.</content>
internal sealed partial class Session
{
    private readonly DeliveryQueue _queue = new();

    /// <summary>How many bytes wait.</summary>
    public long QueuedBytes
    {
        get { lock (_gate) return _queue.Bytes; }
    }

    /// <summary>How many more events of the private stream fit, 0 at the cap of messages or bytes.</summary>
    /// <param name="bytes">How many more bytes fit; more than 0 when events do.</param>
    public int Room(out long bytes)
    {
        lock (_gate)
        {
            bytes = _limits.MaxQueueBytes - _queue.PrivateBytes;
            return _removed || bytes <= 0 ? 0 : Math.Max(0, _limits.MaxQueueMessages - _queue.PrivateCount);
        }
    }

    /// <summary>Queues a broadcast. At the cap events that may be dropped make room for it, unless the client was promised all of them.</summary>
    /// <returns>False when it does not fit and may not be dropped itself: the caller ends the session.</returns>
    public bool Broadcast(Delivery delivery)
    {
        WebSocketConnection? flush = null;
        HeldConnect? wake = null;
        var dropped = 0;
        bool fits;
        lock (_gate)
        {
            if (_removed)
                return true;
            while (!(fits = HasRoomFor(delivery)) && !Acknowledges && TryDropOldest())
                dropped++;
            if (fits)
            {
                _queue.Enqueue(delivery);
                if (delivery.IsLazy)
                {
                    Postpone();
                }
                else
                {
                    _urgentThrough = _queue.Newest;
                    PickReceiver(ref flush, ref wake);
                }
            }
        }

        var isDropped = !fits && delivery.IsDroppable && !Acknowledges;
        _limits.Meter.QueueChanged((fits ? 1 : 0) - dropped);
        _limits.Meter.EventsDropped(dropped + (isDropped ? 1 : 0));
        flush?.ScheduleFlush();
        wake?.Complete(ConnectOutcome.Ready);
        return fits || isDropped;
    }

    /// <summary>Queues events of the private stream; the stream has looked at <see cref="Room"/> before.</summary>
    public void Deliver(List<Delivery> deliveries)
    {
        WebSocketConnection? flush = null;
        HeldConnect? wake = null;
        lock (_gate)
        {
            if (_removed)
                return;
            foreach (var delivery in deliveries)
                _queue.Enqueue(delivery);
            _urgentThrough = _queue.Newest;
            PickReceiver(ref flush, ref wake);
        }

        _limits.Meter.QueueChanged(deliveries.Count);
        flush?.ScheduleFlush();
        wake?.Complete(ConnectOutcome.Ready);
    }

    /// <summary>Copies what is to be sent now; it stays queued until <see cref="Confirm"/>.</summary>
    /// <param name="into">Receives the deliveries, oldest first.</param>
    /// <param name="maxBytes">Where to stop, but not before the first.</param>
    /// <param name="alone">Whether nothing else goes out with them: then lazy ones wait on.</param>
    /// <returns>Number of the last one, which is also its acknowledgement batch; when there is none, of the last that was ever handed out.</returns>
    public long Take(List<Delivery> into, long maxBytes, bool alone = false)
    {
        long last;
        int redelivered;
        lock (_gate)
        {
            if (_queue.Count == 0 || (alone && !HasUrgent))
                return _queue.HandedOut;
            redelivered = _queue.CopyTo(into, maxBytes);
            last = _queue.NumberOf(into.Count);
            if (last == _queue.Newest)
                _lazyDeadline = 0;
        }

        _limits.Meter.Delivered(into.Count - redelivered, redelivered);
        return last;
    }

    /// <summary>Drops what the client has, and moves the cursors of private channels.</summary>
    /// <param name="number">Number of the last delivery that it has.</param>
    public void Confirm(long number)
    {
        Dictionary<string, long>? cursors = null;
        int confirmed;
        lock (_gate)
        {
            confirmed = _queue.Count;
            _queue.Confirm(number, ref cursors);
            confirmed -= _queue.Count;
        }

        if (confirmed == 0)
            return;
        _limits.Meter.QueueChanged(-confirmed);
        if (cursors is not null)
            Stream?.Acknowledge(cursors);
        Stream?.Resume();
    }

    private bool HasRoomFor(Delivery delivery) =>
        _queue.Count - _queue.PrivateCount < _limits.MaxQueueMessages && _queue.Bytes - _queue.PrivateBytes + delivery.Frame.Length <= _limits.MaxQueueBytes;

    private bool TryDropOldest()
    {
        var number = _queue.DropOldest();
        if (number == 0)
            return false;
        if (number <= _urgentThrough)
            _urgentThrough--;
        return true;
    }

    private void PickReceiver(ref WebSocketConnection? flush, ref HeldConnect? wake)
    {
        if (_socket is not null && !Acknowledges)
        {
            flush = _socket;
        }
        else if (_held is not null)
        {
            (wake, _held) = (_held, null);
            _limits.Meter.HeldChanged(-1);
        }
    }
}
