using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Parley.Bayeux;

/// <summary>The Bayeux server: its sessions, its channels, and what the application says to them. A singleton, safe for concurrent use.</summary>
public sealed partial class BayeuxServer : IDisposable
{
    private readonly ILogger<BayeuxServer> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly IBayeuxEventLog? _log;
    private readonly Lazy<IBayeuxSessionListener[]> _listeners;
    private readonly List<ChannelPattern> _lazyChannels;
    private readonly List<ChannelPattern> _droppableChannels;
    private volatile bool _draining;

    internal BayeuxServer(
        IOptions<BayeuxOptions> options, IBayeuxPolicy policy, IEnumerable<ServiceRegistration> services, BayeuxMeter meter, TimeProvider time,
        ILogger<BayeuxServer> logger, IBayeuxEventLog? log, Lazy<IBayeuxSessionListener[]> listeners)
    {
        _listeners = listeners;
        _logger = logger;
        _log = log;
        Options = options.Value;
        Policy = policy;
        Services = [.. services];
        Meter = meter;
        Time = time;
        Limits = new(Options, time, meter);
        PrivateChannels = PatternsOf(Options.PrivateChannels);
        _lazyChannels = PatternsOf(Options.LazyChannels);
        _droppableChannels = PatternsOf(Options.DroppableChannels);
    }

    /// <summary>How many sessions live.</summary>
    public int SessionCount => Sessions.Count;

    /// <summary>Whether the server is stopping and takes no new sessions: not ready, in the words of a health check.</summary>
    public bool IsDraining => _draining;

    internal BayeuxOptions Options { get; }

    internal IBayeuxPolicy Policy { get; }

    internal ServiceRegistration[] Services { get; }

    internal BayeuxMeter Meter { get; }

    internal TimeProvider Time { get; }

    internal SessionLimits Limits { get; }

    internal ILogger Logger => _logger;

    internal SessionTable Sessions { get; } = new();

    internal ChannelTable Channels { get; } = new();

    internal BrowserTable Browsers { get; } = new();

    internal ConcurrentDictionary<WebSocketConnection, byte> Sockets { get; } = new();

    internal CursorWrites CursorWrites { get; } = new();

    internal List<ChannelPattern> PrivateChannels { get; }

    /// <summary>Sends an event to all subscribers of a broadcast channel. It is serialised once, whatever their number.</summary>
    /// <param name="channel">The channel: no pattern, not in <c>/meta</c> or <c>/service</c>, not private.</param>
    /// <param name="data">One JSON value as UTF-8; copied.</param>
    /// <param name="lazy">Whether it waits for something else to be sent, at most <see cref="BayeuxOptions.LazyTimeout"/>, as all events of <see cref="BayeuxOptions.LazyChannels"/> do.</param>
    /// <returns>To how many sessions it was queued; those included in whose full queue nothing could make room for an event that is droppable itself.</returns>
    /// <exception cref="ArgumentException">The channel is none of those, or the data is not JSON.</exception>
    public ValueTask<int> PublishAsync(string channel, ReadOnlyMemory<byte> data, bool lazy = false)
    {
        RequireJson(data.Span);
        return new(Broadcast(CreateBroadcast(RequireBroadcast(channel), data.Span, lazy, isBinary: false), null));
    }

    /// <summary>Sends bytes to all subscribers of a broadcast channel; clients need CometD's binary extension.</summary>
    /// <param name="channel">The channel: no pattern, not in <c>/meta</c> or <c>/service</c>, not private.</param>
    /// <param name="binary">The bytes; copied.</param>
    /// <returns>To how many sessions it was queued; those included in whose full queue nothing could make room for an event that is droppable itself.</returns>
    /// <exception cref="ArgumentException">The channel is none of those, or the chunk's meta data are not JSON.</exception>
    public ValueTask<int> PublishAsync(string channel, BayeuxBinary binary) =>
        new(Broadcast(CreateBroadcast(RequireBroadcast(channel), binary.ToJson().Span, lazy: false, isBinary: true), null));

    /// <summary>Sends an event to one session, whether it subscribes or not: after broadcasts that wait for it, under the same caps.</summary>
    /// <param name="session">The session.</param>
    /// <param name="channel">The channel: no pattern, not in <c>/meta</c>, not private.</param>
    /// <param name="data">One JSON value as UTF-8; copied.</param>
    /// <returns>Whether it was queued, or dropped as <see cref="BayeuxOptions.DroppableChannels"/> may be; false when the session has ended, or ends because too much waits for it.</returns>
    /// <exception cref="ArgumentException">The channel is none of those, or the data is not JSON.</exception>
    public bool Deliver(BayeuxSession session, string channel, ReadOnlyMemory<byte> data)
    {
        if (!ChannelPattern.TryParse(channel, out var pattern) || pattern.Wildcard != ChannelWildcard.None || pattern.IsMeta || IsPrivate(channel))
            throw new ArgumentException($"'{channel}' is not a channel that events are delivered on.", nameof(channel));
        RequireJson(data.Span);
        var receiver = (Session)session;
        if (receiver.IsRemoved)
            return false;
        if (receiver.Broadcast(Delivery.Create(channel, data.Span, isDroppable: IsOneOf(_droppableChannels, channel))))
            return true;
        End(receiver, RemovalReason.QueueOverflow);
        return false;
    }

    /// <summary>Tells the sessions of a user that the event log has news for them. Cheap and never blocking; call it after the commit. One that is lost is only a delay of <see cref="BayeuxOptions.LogCheckPeriod"/>.</summary>
    /// <param name="userId">The user, as <see cref="BayeuxOptions.UserId"/> names him.</param>
    public void Wake(string userId)
    {
        foreach (var session in Sessions.OfUser(userId))
            session.Stream?.Wake();
    }

    /// <summary>
    /// Ends all sessions of a user: after a logout, say. Clients whose connect is held are told not to reconnect; those between two connects find
    /// their session gone, and the <see cref="IBayeuxPolicy"/> decides on their next handshake.
    /// </summary>
    /// <param name="userId">The user, as <see cref="BayeuxOptions.UserId"/> names him.</param>
    /// <returns>How many sessions ended.</returns>
    public int Disconnect(string userId)
    {
        var sessions = Sessions.OfUser(userId);
        foreach (var session in sessions)
            End(session, RemovalReason.DisconnectedByServer);
        return sessions.Length;
    }

    /// <summary>Stops what the server does in the background.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    /// <summary>An event of a broadcast channel, lazy and droppable when the channel is.</summary>
    internal Delivery CreateBroadcast(string channel, ReadOnlySpan<byte> data, bool lazy, bool isBinary) => Delivery.Create(
        channel, data, isLazy: lazy || IsOneOf(_lazyChannels, channel), isDroppable: IsOneOf(_droppableChannels, channel), isBinary: isBinary);

    /// <summary>Tells the listeners of a new session.</summary>
    internal void Opened(Session session)
    {
        Log.SessionOpened(_logger, session.UserId);
        foreach (var listener in _listeners.Value)
            Guarded(session, () => listener.Opened(session));
    }

    internal bool IsPrivate(string channel) => IsOneOf(PrivateChannels, channel);

    /// <summary>Whether events of private channels can belong to a pattern.</summary>
    internal bool TouchesPrivate(ChannelPattern pattern) =>
        _log is not null && PrivateChannels.Exists(known => pattern.Wildcard == ChannelWildcard.None ? known.Matches(pattern.Text) : known.Covers(pattern) || pattern.Covers(known));

    internal int Broadcast(Delivery delivery, Session? except)
    {
        using var activity = BayeuxActivities.Publish(delivery.Channel);
        var queued = 0;
        foreach (var session in Channels.Find(delivery.Channel))
        {
            if (ReferenceEquals(session, except))
                continue;
            if (session.Broadcast(delivery)) queued++;
            else End(session, RemovalReason.QueueOverflow);
        }

        return queued;
    }

    /// <summary>The stream of a session, made when it first subscribes to something private; null when nothing is private to it, or when it has ended.</summary>
    internal PrivateStream? StreamOf(Session session)
    {
        if (_log is null || session.UserId is not { } user)
            return null;
        lock (session.SubscriptionGate)
            return session.IsRemoved ? null : session.Stream ??= new(session, user, _log, Sessions.DeliveriesOf(user), Limits, CursorWrites, _logger, _stopping.Token);
    }

    internal void End(Session session, RemovalReason reason)
    {
        if (!session.Remove(reason))
            return;
        Sessions.Remove(session);
        lock (session.SubscriptionGate)
        {
            session.Stream?.Stop();
            foreach (var channel in session.Subscriptions ?? [])
                Channels.Remove(channel, session);
        }

        Meter.SessionsChanged(-1);
        if (reason == RemovalReason.QueueOverflow)
        {
            Meter.Dropped();
            Log.QueueOverflow(_logger, session.UserId, Options.MaxQueueMessages, Options.MaxQueueBytes);
        }
        else
        {
            Log.SessionEnded(_logger, session.UserId, reason);
        }

        foreach (var listener in _listeners.Value)
            Guarded(session, () => listener.Ended(session, reason));
    }

    private void Guarded(Session session, Action call)
    {
        try
        {
            call();
        }
        catch (Exception exception)
        {
            // The caller may be a publisher, or the sweep of all sessions: none of theirs.
            Log.ListenerFailed(_logger, exception, session.UserId);
        }
    }

    private static bool IsOneOf(List<ChannelPattern> patterns, string channel)
    {
        // Without a closure: every event is looked up.
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(channel))
                return true;
        }

        return false;
    }

    // The options were checked when the host started.
    private static List<ChannelPattern> PatternsOf(IList<string> channels)
    {
        var patterns = new List<ChannelPattern>();
        foreach (var channel in channels)
        {
            if (ChannelPattern.TryParse(channel, out var pattern))
                patterns.Add(pattern);
        }

        return patterns;
    }

    private string RequireBroadcast(string channel)
    {
        if (!ChannelPattern.TryParse(channel, out var pattern) || pattern.Wildcard != ChannelWildcard.None || pattern.IsMeta || pattern.IsService)
            throw new ArgumentException($"'{channel}' is not a broadcast channel.", nameof(channel));
        if (IsPrivate(channel))
            throw new ArgumentException($"'{channel}' is private: append to the event log and call {nameof(Wake)}.", nameof(channel));
        return channel;
    }

    internal static void RequireJson(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        try
        {
            if (System.Text.Unicode.Utf8.IsValid(data) && reader.Read())
            {
                reader.Skip();
                if (!reader.Read())
                    return;
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The data is not one JSON value as UTF-8.", nameof(data), exception);
        }

        throw new ArgumentException("The data is not one JSON value as UTF-8.", nameof(data));
    }
}
