namespace Parley.Bayeux;

/// <summary>
/// The events of one user's private channels that wait for clients. While several of the user's sessions read them, each event is serialised once and its bytes
/// are shared, for as long as it waits for one of them.
/// </summary>
internal sealed class SharedDeliveries
{
    private const int LeastSwept = 64;

    private readonly Lock _gate = new();
    // Null while one session reads alone and has nobody to share with.
    private Dictionary<long, WeakReference<Delivery>>? _waiting;
    private int _sweepAt = LeastSwept;
    private int _readers;

    /// <summary>How many events are known, those included that nobody waits for any more and that have not been looked through yet.</summary>
    public int Count
    {
        get { lock (_gate) return _waiting?.Count ?? 0; }
    }

    /// <summary>Counts one more session that reads.</summary>
    /// <returns>This.</returns>
    public SharedDeliveries Join()
    {
        lock (_gate)
        {
            if (++_readers > 1)
                _waiting ??= [];
        }

        return this;
    }

    /// <summary>Counts one less.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_readers < 2)
                (_waiting, _sweepAt) = (null, LeastSwept);
        }
    }

    /// <summary>An event as it goes out.</summary>
    public Delivery Of(BayeuxEvent item)
    {
        if (Volatile.Read(ref _waiting) is null)
            return Create(item);
        lock (_gate)
        {
            if (_waiting is null)
                return Create(item);
            if (!_waiting.TryGetValue(item.Sequence, out var known))
            {
                Sweep(_waiting);
                _waiting[item.Sequence] = known = new(null!);
            }

            if (!known.TryGetTarget(out var delivery))
                known.SetTarget(delivery = Create(item));
            return delivery;
        }
    }

    private static Delivery Create(BayeuxEvent item) => Delivery.Create(item.Channel, item.Data.Span, item.Sequence);

    // From time to time, so that what nobody waits for any more takes no more room than what somebody does.
    private void Sweep(Dictionary<long, WeakReference<Delivery>> waiting)
    {
        if (waiting.Count < _sweepAt)
            return;
        foreach (var (sequence, delivery) in waiting)
        {
            if (!delivery.TryGetTarget(out _))
                waiting.Remove(sequence);
        }

        _sweepAt = Math.Max(LeastSwept, waiting.Count * 2);
    }
}
