namespace Parley.Bayeux;

/// <summary>
/// An event log in memory: for mocks of other servers, for tests, and for streams that may end with the process. Sequences are 1, 2, 3, … for each user.
/// </summary>
/// <param name="capacity">How many events of a user are retained, 1 to 1,000,000; up to a tenth more may be. 10,000 by default.</param>
public sealed class InMemoryEventLog(int capacity = 10_000) : IBayeuxEventLog
{
    private const int MaxReadBytes = 1024 * 1024;

    private readonly int _capacity = capacity is >= 1 and <= 1_000_000
        ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "It must be between 1 and 1,000,000.");
    private readonly Dictionary<string, UserLog> _users = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>
    /// Whether a subscription that names no place goes on after what any client of the user has confirmed. True by default. False starts it with new events,
    /// as servers do that know replay by the client's wish only.
    /// </summary>
    public bool StoresCursors { get; init; } = true;

    /// <summary>Appends an event; <see cref="BayeuxServer.Wake"/> tells the sessions.</summary>
    /// <param name="userId">The user whose stream it is.</param>
    /// <param name="channel">The private channel.</param>
    /// <param name="data">One JSON value as UTF-8; copied.</param>
    /// <returns>The event's sequence.</returns>
    /// <exception cref="ArgumentException">The data is not JSON.</exception>
    public long Append(string userId, string channel, ReadOnlyMemory<byte> data) => Append(userId, channel, _ => data);

    /// <summary>Appends an event whose payload tells its sequence.</summary>
    /// <param name="userId">The user whose stream it is.</param>
    /// <param name="channel">The private channel.</param>
    /// <param name="data">Makes the payload, one JSON value as UTF-8, of the sequence; copied. Called under the log's lock.</param>
    /// <returns>The event's sequence.</returns>
    /// <exception cref="ArgumentException">The data is not JSON.</exception>
    public long Append(string userId, string channel, Func<long, ReadOnlyMemory<byte>> data)
    {
        lock (_gate)
        {
            if (!_users.TryGetValue(userId, out var user))
                _users[userId] = user = new();
            var sequence = user.Newest + 1;
            var bytes = data(sequence).ToArray();
            BayeuxServer.RequireJson(bytes);
            user.Append(new(sequence, channel, bytes), _capacity);
            return sequence;
        }
    }

    /// <inheritdoc/>
    public ValueTask<BayeuxLogPosition> GetPositionAsync(string userId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(_users.TryGetValue(userId, out var user)
                ? new BayeuxLogPosition(user.Oldest, user.Newest, [.. user.Cursors.Select(cursor => new BayeuxCursor(cursor.Key, StoresCursors ? cursor.Value : user.Newest))])
                : new BayeuxLogPosition(0, 0, []));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BayeuxEvent>> ReadAsync(string userId, long afterSequence, int max, CancellationToken cancellationToken)
    {
        lock (_gate)
            return new(_users.TryGetValue(userId, out var user) ? user.Read(afterSequence, max) : []);
    }

    /// <inheritdoc/>
    public ValueTask AcknowledgeAsync(string userId, IReadOnlyList<BayeuxCursor> cursors, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_users.TryGetValue(userId, out var user))
                user.Acknowledge(cursors);
        }

        return default;
    }

    private sealed class UserLog
    {
        private readonly List<BayeuxEvent> _events = [];

        public Dictionary<string, long> Cursors { get; } = new(StringComparer.Ordinal);

        public long Newest { get; private set; }

        // Sequences have no gaps.
        public long Oldest => Newest - _events.Count + 1;

        public void Append(BayeuxEvent item, int capacity)
        {
            _events.Add(item);
            Newest = item.Sequence;
            Cursors.TryAdd(item.Channel, 0);
            if (_events.Count > capacity + capacity / 10)
                _events.RemoveRange(0, _events.Count - capacity);
        }

        public List<BayeuxEvent> Read(long afterSequence, int max)
        {
            var events = new List<BayeuxEvent>();
            var bytes = 0;
            for (var i = (int)Math.Clamp(afterSequence - Oldest + 1, 0, _events.Count); i < _events.Count && events.Count < max && bytes < MaxReadBytes; i++)
            {
                events.Add(_events[i]);
                bytes += _events[i].Data.Length;
            }

            return events;
        }

        public void Acknowledge(IReadOnlyList<BayeuxCursor> cursors)
        {
            foreach (var cursor in cursors)
                Cursors[cursor.Channel] = Math.Max(cursor.Sequence, Cursors.GetValueOrDefault(cursor.Channel));
        }
    }
}
