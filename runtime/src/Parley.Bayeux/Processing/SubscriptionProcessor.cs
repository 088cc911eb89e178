namespace Parley.Bayeux;

/// <summary>Subscribes and unsubscribes sessions; an array is taken whole or not at all.</summary>
internal sealed class SubscriptionProcessor(BayeuxServer server, ChannelRules rules)
{
    /// <summary>Answers a subscribe.</summary>
    public async ValueTask SubscribeAsync(Exchange exchange, Session session, IncomingMessage message, CancellationToken cancellationToken)
    {
        var error = await CheckAsync(session, message, cancellationToken) ?? await AddAsync(session, message);
        exchange.Replies.Write(message, Answer(session, error));
        if (error is null)
            session.Stream?.Wake();
    }

    /// <summary>Answers an unsubscribe.</summary>
    public void Unsubscribe(Exchange exchange, Session session, IncomingMessage message)
    {
        var error = message.Subscriptions is null ? BayeuxError.SubscriptionMissing : Remove(session, message.Subscriptions);
        exchange.Replies.Write(message, Answer(session, error));
    }

    private Reply Answer(Session session, string? error) => new() { Error = error, ClientId = session.Id, Now = server.Time.UnixMilliseconds() };

    private async ValueTask<string?> CheckAsync(Session session, IncomingMessage message, CancellationToken cancellationToken)
    {
        if (message.Subscriptions is not { } channels)
            return BayeuxError.SubscriptionMissing;
        if (message.ReplayIsInvalid)
            return BayeuxError.ReplayInvalid;

        foreach (var channel in channels)
        {
            if (!ChannelPattern.TryParse(channel, out var pattern))
                return BayeuxError.SubscriptionInvalid;
            if (pattern.IsMeta)
                return BayeuxError.Denied("meta channels are the protocol's own", "subscribe_denied");
            if (pattern.IsService)
                continue;
            if (session.UserId is null && server.PrivateChannels.Exists(known => known.Covers(pattern)))
                return BayeuxError.Denied("private channels need a user", "subscribe_denied");
            if (!server.Channels.Exists(channel))
            {
                var create = await rules.CanCreateAsync(session, pattern, cancellationToken);
                if (create.IsDenied)
                    return BayeuxError.Denied(create.Reason, "create_denied");
            }

            var subscribe = await rules.CanSubscribeAsync(session, pattern, cancellationToken);
            if (subscribe.IsDenied)
                return BayeuxError.Denied(subscribe.Reason, "subscribe_denied");
        }

        return null;
    }

    private async ValueTask<string?> AddAsync(Session session, IncomingMessage message)
    {
        var patterns = new List<ChannelPattern>();
        foreach (var channel in message.Subscriptions!.Distinct(StringComparer.Ordinal))
        {
            if (ChannelPattern.TryParse(channel, out var pattern) && !pattern.IsService)
                patterns.Add(pattern);
        }

        // What takes time, fails or is refused comes first: nothing is subscribed to that others could see and that would have to be taken back.
        var stream = patterns.Exists(server.TouchesPrivate) ? server.StreamOf(session) : null;
        var log = stream is null ? null : await stream.ReadPositionAsync();
        foreach (var pattern in patterns)
        {
            if (log is not null && server.TouchesPrivate(pattern) && PrivateStream.Refusal(ReplayOf(message, pattern), log) is { } refusal)
                return refusal;
        }

        lock (session.SubscriptionGate)
        {
            if (session.IsRemoved)
                return BayeuxError.SessionUnknown;
            var subscriptions = session.Subscriptions ??= new(StringComparer.Ordinal);
            if (subscriptions.Count + patterns.Count(pattern => !subscriptions.Contains(pattern.Text)) > server.Options.MaxSubscriptionsPerSession)
                return BayeuxError.Denied("too many subscriptions", "subscribe_denied");
            foreach (var pattern in patterns)
            {
                if (subscriptions.Add(pattern.Text))
                    server.Channels.Add(pattern.Text, session);
                if (log is not null && server.TouchesPrivate(pattern))
                    stream!.Add(pattern, ReplayOf(message, pattern), log);
            }
        }

        return null;
    }

    private string? Remove(Session session, IReadOnlyList<string> channels)
    {
        lock (session.SubscriptionGate)
        {
            foreach (var channel in channels)
            {
                if (!ChannelPattern.TryParse(channel, out var pattern))
                    return BayeuxError.SubscriptionInvalid;
                if (!pattern.IsService && session.Subscriptions?.Contains(channel) != true)
                    return BayeuxError.NotSubscribed;
            }

            foreach (var channel in channels)
            {
                ChannelPattern.TryParse(channel, out var pattern);
                if (session.Subscriptions?.Remove(channel) != true)
                    continue;
                server.Channels.Remove(channel, session);
                session.Stream?.Remove(pattern);
            }

            return null;
        }
    }

    private static long? ReplayOf(IncomingMessage message, ChannelPattern pattern)
    {
        foreach (var start in message.Replay ?? [])
        {
            if (start.Channel == pattern.Text)
                return start.Sequence;
        }

        return null;
    }
}
