namespace Parley.Bayeux;

/// <summary>The sessions that subscribe to one channel or pattern. Changed under the table's gate, read by publishers without a lock.</summary>
internal sealed class SubscriberSet
{
    private readonly HashSet<Session> _sessions = [];
    private volatile Session[]? _snapshot;

    /// <summary>Whether nobody subscribes.</summary>
    public bool IsEmpty => _sessions.Count == 0;

    /// <summary>Adds a session.</summary>
    public void Add(Session session)
    {
        if (_sessions.Add(session))
            _snapshot = null;
    }

    /// <summary>Removes a session.</summary>
    public void Remove(Session session)
    {
        if (_sessions.Remove(session))
            _snapshot = null;
    }

    /// <summary>The subscribers of this moment; the copy is made once after a change.</summary>
    public Session[] Snapshot(Lock gate)
    {
        if (_snapshot is { } snapshot)
            return snapshot;
        lock (gate)
            return _snapshot ??= [.. _sessions];
    }
}
