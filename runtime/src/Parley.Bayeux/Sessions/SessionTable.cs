using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Parley.Bayeux;

/// <summary>All sessions, by client id and by user.</summary>
internal sealed class SessionTable
{
    private readonly ConcurrentDictionary<string, Session> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, User> _byUser = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>How many sessions live.</summary>
    public int Count => _byId.Count;

    /// <summary>The sessions of this moment.</summary>
    public IEnumerable<Session> All => _byId.Select(static entry => entry.Value);

    /// <summary>Adds a session.</summary>
    /// <returns>False when the user has as many as he may.</returns>
    public bool TryAdd(Session session, int maxPerUser)
    {
        if (session.UserId is { } user)
        {
            lock (_gate)
            {
                if (!_byUser.TryGetValue(user, out var known))
                    _byUser[user] = known = new();
                if (known.Sessions.Count >= maxPerUser)
                    return false;
                known.Sessions.Add(session);
            }
        }

        _byId[session.Id] = session;
        return true;
    }

    /// <summary>Finds a session.</summary>
    public bool TryGet(string? id, [NotNullWhen(true)] out Session? session)
    {
        session = null;
        return id is not null && _byId.TryGetValue(id, out session);
    }

    /// <summary>Forgets a session.</summary>
    public void Remove(Session session)
    {
        _byId.TryRemove(session.Id, out _);
        if (session.UserId is not { } user)
            return;
        lock (_gate)
        {
            if (_byUser.TryGetValue(user, out var known) && known.Sessions.Remove(session) && known.Sessions.Count == 0)
                _byUser.Remove(user);
        }
    }

    /// <summary>The sessions of a user at this moment.</summary>
    public Session[] OfUser(string userId)
    {
        lock (_gate)
            return _byUser.TryGetValue(userId, out var known) ? [.. known.Sessions] : [];
    }

    /// <summary>What the sessions of a user share of his private channels.</summary>
    public SharedDeliveries DeliveriesOf(string userId)
    {
        lock (_gate)
            return _byUser.TryGetValue(userId, out var known) ? known.Deliveries : new();
    }

    private sealed class User
    {
        public HashSet<Session> Sessions { get; } = [];

        public SharedDeliveries Deliveries => field ??= new();
    }
}
