namespace Parley.Bayeux;

/// <summary>Opens sessions.</summary>
internal sealed partial class HandshakeProcessor(BayeuxServer server)
{
    /// <summary>Answers a handshake.</summary>
    public async ValueTask ProcessAsync(Exchange exchange, IncomingMessage message, CancellationToken cancellationToken)
    {
        using var activity = BayeuxActivities.Handshake();
        var (session, refusal) = await OpenAsync(exchange, message, cancellationToken);
        if (session is null)
        {
            server.Meter.HandshakeFailed();
            Log.Refused(server.Logger, exchange.UserId, refusal.Error!);
            exchange.Replies.Write(message, refusal);
            return;
        }

        exchange.Session = session;
        exchange.Handshaken = true;
        exchange.Replies.Write(message, new()
        {
            IsHandshake = true,
            ClientId = session.Id,
            Advice = server.Advise(server.Limits.IntervalMilliseconds),
            Ack = message.Ack with { Batch = null },
            Now = server.Time.UnixMilliseconds(),
        });
        exchange.Socket?.Bind(session);
    }

    private async ValueTask<(Session? Session, Reply Refusal)> OpenAsync(Exchange exchange, IncomingMessage message, CancellationToken cancellationToken)
    {
        if (server.IsDraining)
            return Refused(BayeuxError.Draining, Reconnect.Handshake, server.DrainInterval());
        if (message.Version is not ("1.0" or "1.0beta"))
            return Refused(BayeuxError.VersionUnsupported, Reconnect.None);
        if (message.Offered == ConnectionTypes.None)
            return Refused(BayeuxError.NoCommonTransport, Reconnect.None);

        var verdict = await server.Policy.CanHandshakeAsync(new(exchange.HttpContext, exchange.User, exchange.UserId, message.Ext), cancellationToken);
        if (verdict.IsDenied)
            return Refused(BayeuxError.Denied(verdict.Reason, "handshake_denied"), Reconnect.None);

        exchange.BrowserId ??= exchange.Socket is null ? ClientId.NewBrowser() : null;
        var session = new Session(ClientId.NewSession(), exchange.UserId, exchange.User, exchange.BrowserId, message.Ack.Enabled, server.Limits);
        if (server.Sessions.Count >= server.Options.MaxSessions || !server.Sessions.TryAdd(session, server.Options.MaxSessionsPerUser))
            return Refused(BayeuxError.Denied("too many sessions", "handshake_denied"), Reconnect.None);

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
