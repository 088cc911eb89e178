using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

/// <summary>
/// A session's reading place in its user's event log. One pump at a time reads on from <c>_position</c> and queues what the session's private subscriptions
/// match; it rests when the log is read to its end or the queue is at its cap.
/// </summary>
internal sealed partial class PrivateStream(
    Session session, string userId, IBayeuxEventLog log, SharedDeliveries shared, SessionLimits limits, CursorWrites writes, ILogger logger, CancellationToken stopping)
{
    private const int MaxRead = 128;

    private readonly Lock _gate = new();
    private readonly List<ChannelPattern> _patterns = [];
    // Per channel: the last event that was queued, or the place where the subscription started.
    private readonly Dictionary<string, long> _through = [];
    private readonly SharedDeliveries _deliveries = shared.Join();
    private readonly CursorWriter _cursors = new(userId, log, writes, logger, stopping);
    private long _position = long.MaxValue;
    private long _generation;
    private long _checkAt = limits.NextLogCheck();
    private bool _dirty;
    private bool _pumping;
    private bool _stalled;
    private bool _failed;
    private bool _stopped;

    /// <summary>What the log retains, and where the user's cursors are.</summary>
    public ValueTask<BayeuxLogPosition> ReadPositionAsync() => log.GetPositionAsync(userId, stopping);

    /// <summary>Why a client cannot start where it says.</summary>
    /// <returns>An error of the protocol, or null.</returns>
    public static string? Refusal(long? replay, BayeuxLogPosition log)
    {
        if (replay is < -2 || replay > log.Newest)
            return FormattableString.Invariant($"400:{replay},{log.Newest}:replay_unknown");
        if (replay >= 0 && log.Oldest > 0 && replay < log.Oldest - 1)
            return FormattableString.Invariant($"400:{replay},{log.Oldest}:replay_expired");
        return null;
    }

    /// <summary>
    /// Starts to deliver a private channel or pattern, after the stored cursors or where the client says. Channels that are delivered already go on where they are,
    /// or back to where the client says.
    /// </summary>
    /// <param name="pattern">What was subscribed to.</param>
    /// <param name="replay">-1 for new events only, -2 for all retained, else the last sequence that the client has; null for the stored cursor. Not a case of <see cref="Refusal"/>.</param>
    /// <param name="log">Where the log stood a moment ago.</param>
    public void Add(ChannelPattern pattern, long? replay, BayeuxLogPosition log)
    {
        lock (_gate)
        {
            var start = log.Newest;
            foreach (var cursor in log.Cursors)
            {
                if (!pattern.Matches(cursor.Channel))
                    continue;
                var place = replay switch
                {
                    null => Math.Max(cursor.Sequence, _through.GetValueOrDefault(cursor.Channel)),
                    -1 => log.Newest,
                    -2 => 0,
                    { } id => id,
                };
                // Never ahead: the other subscription has a right to what lies in between. Nor back to where the log stood: what came since may be queued.
                if (_patterns.Exists(known => known.Matches(cursor.Channel)) && (replay is null or -1 || place >= _through.GetValueOrDefault(cursor.Channel, _position)))
                    continue;
                _through[cursor.Channel] = place;
                start = Math.Min(start, place);
            }

            if (!_patterns.Contains(pattern))
                _patterns.Add(pattern);
            _position = Math.Min(_position, start);
            _generation++;
        }
    }

    /// <summary>Stops to deliver a channel or pattern. What is queued already still goes out.</summary>
    public void Remove(ChannelPattern pattern)
    {
        lock (_gate)
            _patterns.Remove(pattern);
    }

    /// <summary>There may be new events.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _dirty = true;
            StartPump();
        }
    }

    /// <summary>The queue has room again.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            if (_stalled)
                StartPump();
        }
    }

    /// <summary>Repeats what failed at the log, and looks for news that nobody woke the stream for.</summary>
    /// <param name="now">Timestamp of the sweep.</param>
    public void Sweep(long now)
    {
        if (now >= Volatile.Read(ref _checkAt))
        {
            Volatile.Write(ref _checkAt, limits.NextLogCheck());
            Wake();
        }
        else if (Volatile.Read(ref _failed))
        {
            lock (_gate)
                StartPump();
        }

        _cursors.Retry();
    }

    /// <summary>The client has events: moves the stored cursors.</summary>
    public void Acknowledge(Dictionary<string, long> cursors) => _cursors.Add(cursors);

    /// <summary>The session has ended; cursors that are on their way are still written.</summary>
    public void Stop()
    {
        lock (_gate)
            _stopped = true;
        _deliveries.Leave();
    }

    private void StartPump()
    {
        if (_pumping || _stopped || _patterns.Count == 0)
            return;
        _pumping = true;
        _ = Task.Run(PumpAsync, CancellationToken.None);
    }

    private async Task PumpAsync()
    {
        try
        {
            while (NextRead(out var position, out var generation, out var max, out var maxBytes))
            {
                var events = await log.ReadAsync(userId, position, max, stopping);
                if (Accept(events, generation, maxBytes) is { Count: > 0 } deliveries)
                    session.Deliver(deliveries);
            }
        }
        catch (Exception exception)
        {
            if (!stopping.IsCancellationRequested)
                Log.ReadFailed(logger, exception, userId);
            lock (_gate)
            {
                _pumping = false;
                _dirty = true;
                _failed = true;
            }
        }
    }

    private bool NextRead(out long position, out long generation, out int max, out long maxBytes)
    {
        lock (_gate)
        {
            _failed = false;
            (position, generation) = (_position, _generation);
            max = Math.Min(MaxRead, session.Room(out maxBytes));
            _stalled = _dirty && max == 0;
            _pumping = _dirty && max > 0 && !_stopped && _patterns.Count > 0;
            if (_pumping)
            {
                _dirty = false;
                Volatile.Write(ref _checkAt, limits.NextLogCheck());
            }

            return _pumping;
        }
    }

    private List<Delivery>? Accept(IReadOnlyList<BayeuxEvent> events, long generation, long maxBytes)
    {
        lock (_gate)
        {
            // A subscription came meanwhile and moved the place: read again from there.
            if (generation != _generation || _stopped)
            {
                _dirty = true;
                return null;
            }

            List<Delivery>? deliveries = null;
            foreach (var item in events)
            {
                // The rest is read again when the client has taken these.
                if (maxBytes <= 0)
                    break;
                _position = item.Sequence;
                if (item.Sequence <= _through.GetValueOrDefault(item.Channel) || !_patterns.Exists(pattern => pattern.Matches(item.Channel)))
                    continue;
                _through[item.Channel] = item.Sequence;
                var delivery = _deliveries.Of(item);
                maxBytes -= delivery.Frame.Length;
                (deliveries ??= []).Add(delivery);
            }

            _dirty |= events.Count > 0;
            return deliveries;
        }
    }
}
