namespace Parley.Bayeux;

/// <content>The one outstanding connect, and the clock that runs while there is none.</content>
internal sealed partial class Session
{
    private HeldConnect? _held;
    private long _cycle;
    private long _expiresAt;
    private bool _connected;
    private Task _answered = Task.CompletedTask;

    /// <summary>Ends when the last reply by POST that took events along is written and they are confirmed, or when it has failed.</summary>
    public Task Answered
    {
        get { lock (_gate) return _answered; }
        set { lock (_gate) _answered = value; }
    }

    /// <summary>Takes a connect: confirms what it acknowledges, answers the former connect as overtaken, stops the expiry clock.</summary>
    /// <param name="batch">The last batch that the client received; null without the acknowledge extension.</param>
    /// <param name="first">Whether the session had not connected before.</param>
    /// <returns>The number of this connect.</returns>
    public long BeginConnect(long? batch, out bool first)
    {
        HeldConnect? overtaken;
        long cycle;
        lock (_gate)
        {
            cycle = ++_cycle;
            _expiresAt = 0;
            first = !_connected;
            _connected = true;
            (overtaken, _held) = (_held, null);
        }

        if (overtaken is not null)
        {
            _limits.Meter.HeldChanged(-1);
            overtaken.Complete(ConnectOutcome.Overtaken);
        }

        if (Acknowledges && batch is { } number)
            Confirm(number);
        return cycle;
    }

    /// <summary>Holds a connect until something happens.</summary>
    /// <returns>Null when it is held, else why it has to be answered at once.</returns>
    public ConnectOutcome? TryHold(HeldConnect held)
    {
        lock (_gate)
        {
            if (_removed)
                return _ending;
            if (held.Cycle != _cycle)
                return ConnectOutcome.Overtaken;
            if (HasUrgent && (Acknowledges || _socket is null))
                return ConnectOutcome.Ready;
            _held = held;
        }

        _limits.Meter.HeldChanged(1);
        return null;
    }

    /// <summary>Takes a held connect back, whose client went away; the expiry clock starts.</summary>
    /// <returns>False when it is being answered already.</returns>
    public bool Release(HeldConnect held)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_held, held))
                return false;
            _held = null;
            _expiresAt = _limits.ExpiryAfter(held.Interval);
        }

        _limits.Meter.HeldChanged(-1);
        return true;
    }

    /// <summary>Starts the expiry clock after a connect was answered, unless it runs already or a later connect is on its way.</summary>
    public void EndConnect(long cycle, long interval)
    {
        lock (_gate)
        {
            if (cycle == _cycle && _expiresAt == 0)
                _expiresAt = _limits.ExpiryAfter(interval);
        }
    }

    /// <summary>Any other message shows that the client lives.</summary>
    public void Touch()
    {
        lock (_gate)
        {
            if (_expiresAt != 0)
                _expiresAt = Math.Max(_expiresAt, _limits.ExpiryAfter(_limits.IntervalMilliseconds));
        }
    }

    /// <summary>Answers the held connect because the server stops.</summary>
    public void Drain() => TakeHeld()?.Complete(ConnectOutcome.Draining);

    /// <summary>Looks at the clocks: answers a connect that has been held long enough.</summary>
    /// <param name="now">Timestamp of this sweep.</param>
    /// <param name="next">Timestamp of the next sweep, which must not be too late for the connect.</param>
    /// <returns>Whether the session has expired.</returns>
    public bool Sweep(long now, long next)
    {
        HeldConnect? due = null;
        lock (_gate)
        {
            if (_held is { } held && next >= held.Deadline)
                (due, _held) = (held, null);
            else if (_expiresAt != 0 && now >= _expiresAt)
                return true;
        }

        if (due is not null)
        {
            _limits.Meter.HeldChanged(-1);
            due.Complete(ConnectOutcome.Ready);
        }

        SweepLazy(next);
        Stream?.Sweep(now);
        return false;
    }

    private HeldConnect? TakeHeld()
    {
        HeldConnect? held;
        lock (_gate)
            (held, _held) = (_held, null);
        if (held is not null)
            _limits.Meter.HeldChanged(-1);
        return held;
    }
}
