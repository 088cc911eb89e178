namespace Parley.Bayeux;

/// <summary>What all sessions of a server share.</summary>
internal sealed class SessionLimits(BayeuxOptions options, TimeProvider time, BayeuxMeter meter)
{
    /// <summary>Most messages waiting.</summary>
    public int MaxQueueMessages { get; } = options.MaxQueueMessages;

    /// <summary>Most bytes waiting.</summary>
    public long MaxQueueBytes { get; } = options.MaxQueueBytes;

    /// <summary>The usual interval.</summary>
    public long IntervalMilliseconds { get; } = (long)options.Interval.TotalMilliseconds;

    /// <summary>Measurements.</summary>
    public BayeuxMeter Meter => meter;

    /// <summary>Timestamp at which a session that reads nothing from now on asks the event log again.</summary>
    public long NextLogCheck() => time.After(options.LogCheckPeriod);

    /// <summary>Timestamp until which lazy events wait for others.</summary>
    public long LazyDeadline() => time.After(options.LazyTimeout);

    /// <summary>Timestamp at which a session ends whose client sends nothing but connects from now on.</summary>
    public long InactiveAfter() => options.MaxInactivity is { } longest ? time.After(longest) : long.MaxValue;

    /// <summary>Timestamp at which a session that is silent from now on expires.</summary>
    public long ExpiryAfter(long interval) => time.After(TimeSpan.FromMilliseconds(interval) + options.MaxInterval);
}
