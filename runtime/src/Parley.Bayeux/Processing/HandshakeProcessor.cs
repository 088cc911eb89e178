namespace Parley.Bayeux;

/// <summary>Opens sessions.</summary>
internal sealed partial class HandshakeProcessor(BayeuxServer server)
{
    /// <summary>Answers a handshake.</summary>
    public async ValueTask ProcessAsync(Exchange exchange, IncomingMessage message, CancellationToken cancellationToken)
    {
        using var activity = BayeuxActivities.Handshake();
        var handshake = new BayeuxHandshake(exchange.HttpContext, exchange.User, exchange.UserId, message.Ext);
        var (session, refusal) = await OpenAsync(exchange, message, handshake, cancellationToken);
        if (session is null)
        {
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, refusal.Error);
            server.Meter.HandshakeFailed();
            Log.Refused(server.Logger, exchange.UserId, refusal.Error!);
            exchange.Replies.Write(message, refusal with { Ext = handshake.ReplyExt });
            return;
        }

        exchange.Session = session;
        exchange.Handshaken = true;
        server.Opened(session);
        // By WebSocket they follow by themselves, and acknowledged events go out with connects only.
        if (exchange.Socket is null && !session.Acknowledges)
            exchange.LastDelivered = session.Take(exchange.Deliveries = [], server.Options.MaxQueueBytes);
        exchange.Replies.Write(message, new()
        {
            IsHandshake = true,
            ClientId = session.Id,
            Advice = server.Advise(server.Limits.IntervalMilliseconds),
            Ack = message.Ack with { Batch = null },
            Messages = exchange.Deliveries?.Count ?? 0,
            Replays = server.PrivateChannels.Count > 0,
            Ext = handshake.ReplyExt,
            Now = server.Time.UnixMilliseconds(),
        });
    }

    private async ValueTask<(Session? Session, Reply Refusal)> OpenAsync(
        Exchange exchange, IncomingMessage message, BayeuxHandshake handshake, CancellationToken cancellationToken)
    {
        if (server.IsDraining)
            return Refused(BayeuxError.Draining, Reconnect.Handshake, server.DrainInterval());
        if (message.Version is not ("1.0" or "1.0beta"))
            return Refused(BayeuxError.VersionUnsupported, Reconnect.None);
        if (message.Offered == ConnectionTypes.None)
            return Refused(BayeuxError.NoCommonTransport, Reconnect.None);

        var verdict = await server.Policy.CanHandshakeAsync(handshake, cancellationToken);
        if (verdict.IsDenied)
        {
            var error = BayeuxError.Denied(verdict.Reason, "handshake_denied");
            return handshake.RetryAfter is { } pause ? Refused(error, Reconnect.Handshake, (long)pause.TotalMilliseconds) : Refused(error, Reconnect.None);
        }

        exchange.BrowserId ??= exchange.Socket is null ? ClientId.NewBrowser() : null;
        var session = new Session(ClientId.NewSession(), exchange.UserId, exchange.User, exchange.BrowserId, message.Ack.Enabled, server.Limits);
        if (server.Sessions.Count >= server.Options.MaxSessions || !server.Sessions.TryAdd(session, server.Options.MaxSessionsPerUser))
        {
            // Sessions that were only opened have expired by then.
            return Refused(BayeuxError.Denied("too many sessions", "handshake_denied"), Reconnect.Handshake, (long)server.Options.MaxInterval.TotalMilliseconds);
        }

        server.Meter.SessionsChanged(1);
        return (session, default);
    }

    private (Session?, Reply) Refused(string error, Reconnect reconnect, long interval = 0) => (null, new()
    {
        Error = error,
        IsHandshake = true,
        Advice = server.Advise(interval) with { Reconnect = reconnect },
        Now = server.Time.UnixMilliseconds(),
    });
}
