using System.Collections.Concurrent;

namespace Parley.Bayeux;

/// <summary>Who subscribes to what. A publisher looks up the channel itself and each pattern that may match it: as many look-ups as the channel has segments, plus two.</summary>
internal sealed class ChannelTable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, SubscriberSet> _sets = new(StringComparer.Ordinal);

    /// <summary>How many channels and patterns have subscribers.</summary>
    public int Count => _sets.Count;

    /// <summary>Whether somebody subscribes to exactly this channel or pattern.</summary>
    public bool Exists(string channel) => _sets.ContainsKey(channel);

    /// <summary>Adds a subscription.</summary>
    public void Add(string channel, Session session)
    {
        lock (_gate)
            _sets.GetOrAdd(channel, static _ => new()).Add(session);
    }

    /// <summary>Removes a subscription.</summary>
    public void Remove(string channel, Session session)
    {
        lock (_gate)
        {
            if (!_sets.TryGetValue(channel, out var set))
                return;
            set.Remove(session);
            if (set.IsEmpty)
                _sets.TryRemove(channel, out _);
        }
    }

    /// <summary>All sessions that get an event of a channel, each once.</summary>
    public IReadOnlyCollection<Session> Find(string channel)
    {
        Session[]? single = null;
        HashSet<Session>? union = null;
        Collect(channel, ref single, ref union);

        var slash = channel.LastIndexOf('/');
        Collect(string.Concat(channel.AsSpan(0, slash), "/*"), ref single, ref union);
        for (; slash >= 0; slash = slash == 0 ? -1 : channel.LastIndexOf('/', slash - 1))
            Collect(string.Concat(channel.AsSpan(0, slash), "/**"), ref single, ref union);

        return union ?? (IReadOnlyCollection<Session>?)single ?? [];
    }

    private void Collect(string pattern, ref Session[]? single, ref HashSet<Session>? union)
    {
        if (!_sets.TryGetValue(pattern, out var set))
            return;
        var sessions = set.Snapshot(_gate);
        if (union is not null)
        {
            union.UnionWith(sessions);
        }
        else if (single is null)
        {
            single = sessions;
        }
        else
        {
            union = [.. single];
            union.UnionWith(sessions);
        }
    }
}
