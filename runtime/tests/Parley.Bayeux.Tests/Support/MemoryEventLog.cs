namespace Parley.Bayeux;

/// <summary>An event log in memory, which outlives the servers that read it.</summary>
internal sealed class MemoryEventLog : IBayeuxEventLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<BayeuxEvent>> _events = [];
    private readonly Dictionary<(string User, string Channel), long> _cursors = [];
    private readonly Dictionary<string, long> _ends = [];
    private readonly List<(Func<bool> Wanted, TaskCompletionSource Reached)> _waiting = [];

    /// <summary>How many of the next reads and writes fail.</summary>
    public int Failures { get; set; }

    /// <summary>What a write of cursors waits for before it is done.</summary>
    public Task WriteGate { get; set; } = Task.CompletedTask;

    /// <summary>What a read of a position waits for before it is done.</summary>
    public Func<Task> PositionGate { get; set; } = static () => Task.CompletedTask;

    /// <summary>How many events have been read, over all calls.</summary>
    public int EventsRead { get; private set; }

    public long Append(string user, string channel, string data) => Append(user, channel, Json.Utf8(data));

    public long Append(string user, string channel, ReadOnlyMemory<byte> data)
    {
        lock (_gate)
        {
            if (!_events.TryGetValue(user, out var events))
                _events[user] = events = [];
            var sequence = events.Count == 0 ? 1 : events[^1].Sequence + 1;
            events.Add(new(sequence, channel, data));
            return sequence;
        }
    }

    /// <summary>Forgets events, as a retention rule would.</summary>
    public void Forget(string user, long through)
    {
        lock (_gate)
            _events[user].RemoveAll(item => item.Sequence <= through);
    }

    public long Cursor(string user, string channel)
    {
        lock (_gate)
            return _cursors.GetValueOrDefault((user, channel));
    }

    /// <summary>Ends when the stored cursor has come that far.</summary>
    public Task UntilAcknowledgedAsync(string user, string channel, long sequence) =>
        UntilAsync(() => _cursors.GetValueOrDefault((user, channel)) >= sequence);

    /// <summary>Ends when a read after that sequence has found nothing: the reader rests.</summary>
    public Task UntilReadToEndAsync(string user, long sequence) => UntilAsync(() => _ends.GetValueOrDefault(user) >= sequence);

    public async ValueTask<BayeuxLogPosition> GetPositionAsync(string userId, CancellationToken cancellationToken)
    {
        await PositionGate();
        lock (_gate)
        {
            var events = _events.GetValueOrDefault(userId) ?? [];
            var channels = events.Select(item => item.Channel).Concat(_cursors.Keys.Where(key => key.User == userId).Select(key => key.Channel)).Distinct();
            return new BayeuxLogPosition(
                events.Count == 0 ? 0 : events[0].Sequence,
                events.Count == 0 ? 0 : events[^1].Sequence,
                [.. channels.Select(channel => new BayeuxCursor(channel, _cursors.GetValueOrDefault((userId, channel))))]);
        }
    }

    public ValueTask<IReadOnlyList<BayeuxEvent>> ReadAsync(string userId, long afterSequence, int max, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Fail();
            // Copies: what a database returns is made for each read.
            List<BayeuxEvent> read = [.. (_events.GetValueOrDefault(userId) ?? []).Where(item => item.Sequence > afterSequence).Take(max).Select(item => item with { })];
            EventsRead += read.Count;
            if (read.Count == 0)
            {
                _ends[userId] = afterSequence;
                Signal();
            }

            return new(read);
        }
    }

    public async ValueTask AcknowledgeAsync(string userId, IReadOnlyList<BayeuxCursor> cursors, CancellationToken cancellationToken)
    {
        await WriteGate.WaitAsync(cancellationToken);
        lock (_gate)
        {
            Fail();
            foreach (var cursor in cursors)
                _cursors[(userId, cursor.Channel)] = Math.Max(cursor.Sequence, _cursors.GetValueOrDefault((userId, cursor.Channel)));
            Signal();
        }
    }

    private async Task UntilAsync(Func<bool> wanted)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (wanted())
                return;
            _waiting.Add((wanted, reached));
        }

        await reached.Task.WaitAsync(Limit.Any, TestContext.Current.CancellationToken);
    }

    private void Signal()
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Wanted()).ToList())
        {
            _waiting.Remove(waiting);
            waiting.Reached.SetResult();
        }
    }

    private void Fail()
    {
        if (Failures == 0)
            return;
        Failures--;
        throw new IOException("The log is away.");
    }
}
