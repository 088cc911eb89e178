namespace Parley;

/// <summary>The handlers of a client by channel.</summary>
internal sealed class BayeuxSubscriptions
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, BayeuxHandler[]> _handlers = new(StringComparer.Ordinal);

    /// <summary>The channels that have a handler.</summary>
    public string[] Channels
    {
        get
        {
            lock (_lock)
                return [.. _handlers.Keys];
        }
    }

    /// <summary>Adds a handler.</summary>
    public void Add(string channel, BayeuxHandler handler)
    {
        lock (_lock)
            _handlers[channel] = [.. _handlers.GetValueOrDefault(channel, []), handler];
    }

    /// <summary>Removes one handler, once.</summary>
    public void Remove(string channel, BayeuxHandler handler)
    {
        lock (_lock)
        {
            var left = _handlers.GetValueOrDefault(channel, []).ToList();
            left.Remove(handler);
            if (left.Count == 0)
                _handlers.Remove(channel);
            else
                _handlers[channel] = [.. left];
        }
    }

    /// <summary>Removes all handlers of a channel.</summary>
    public void RemoveAll(string channel)
    {
        lock (_lock)
            _handlers.Remove(channel);
    }

    /// <summary>The handlers of a message: those of its channel and of the patterns <c>/*</c> (one segment) and <c>/**</c> (any number) above it.</summary>
    public IReadOnlyList<BayeuxHandler> Matching(string channel)
    {
        lock (_lock)
            return [.. _handlers.Where(entry => Matches(entry.Key, channel)).SelectMany(static entry => entry.Value)];
    }

    private static bool Matches(string pattern, string channel)
    {
        if (pattern.EndsWith("/**", StringComparison.Ordinal))
            return channel.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 2), StringComparison.Ordinal);
        if (pattern.EndsWith("/*", StringComparison.Ordinal))
            return channel.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) && channel.LastIndexOf('/') == pattern.Length - 2;
        return string.Equals(pattern, channel, StringComparison.Ordinal);
    }
}
