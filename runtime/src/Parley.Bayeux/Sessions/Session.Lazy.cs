namespace Parley.Bayeux;

/// <content>Lazy events: they wait for something that has to be sent anyway, but not for ever.</content>
internal sealed partial class Session
{
    // Number of the newest queued item that has to go out at once.
    private long _urgentThrough;
    private long _lazyDeadline;

    /// <summary>Whether something waits that a connect must not be held for: an item that is not lazy, or one that was handed out and not confirmed.</summary>
    private bool HasUrgent => _queue.Count > 0 && _queue.Oldest <= Math.Max(_urgentThrough, _queue.HandedOut);

    /// <summary>Sends lazy events whose time has come.</summary>
    /// <param name="next">Timestamp of the next sweep, which must not be too late for them.</param>
    public void SweepLazy(long next)
    {
        WebSocketConnection? flush = null;
        HeldConnect? wake = null;
        lock (_gate)
        {
            if (_lazyDeadline == 0 || next < _lazyDeadline)
                return;
            _lazyDeadline = 0;
            if (_queue.Count == 0)
                return;
            _urgentThrough = _queue.Newest;
            PickReceiver(ref flush, ref wake);
        }

        flush?.ScheduleFlush();
        wake?.Complete(ConnectOutcome.Ready);
    }

    private void Postpone()
    {
        if (_lazyDeadline == 0)
            _lazyDeadline = _limits.LazyDeadline();
    }
}
