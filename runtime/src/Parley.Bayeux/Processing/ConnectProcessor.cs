namespace Parley.Bayeux;

/// <summary>The rules of a connect that both transports share: when it is held, and what its reply says.</summary>
internal sealed class ConnectProcessor(BayeuxServer server)
{
    /// <summary>Takes a connect: the session's clock stops, a former connect is overtaken.</summary>
    /// <param name="session">The session.</param>
    /// <param name="message">The connect.</param>
    /// <param name="mayHold">Whether the transport could hold it.</param>
    public ConnectPlan Begin(Session session, IncomingMessage message, bool mayHold)
    {
        var cycle = session.BeginConnect(message.Ack.Batch, out var first);
        var timeout = message.AdviceTimeout is { } wished
            ? TimeSpan.FromMilliseconds(Math.Min(wished, server.Options.Timeout.TotalMilliseconds))
            : server.Options.Timeout;
        var interval = message.AdviceInterval is { } pause
            ? Math.Min(pause, (long)TimeSpan.FromMinutes(10).TotalMilliseconds)
            : server.Limits.IntervalMilliseconds;
        var ending = session.Ending;
        var hold = mayHold && !first && timeout > TimeSpan.Zero && !server.IsDraining && ending is null;
        return new(cycle, interval, hold, hold ? server.Time.After(timeout) : 0, ending ?? (server.IsDraining ? ConnectOutcome.Draining : ConnectOutcome.Ready));
    }

    /// <summary>What the reply says.</summary>
    /// <param name="session">The session.</param>
    /// <param name="outcome">Why the connect is answered.</param>
    /// <param name="interval">Milliseconds that the client is told to wait.</param>
    /// <param name="batch">The acknowledgement batch up to which the reply delivers.</param>
    /// <param name="multipleClients">Whether it was not held because the browser has others that are.</param>
    public Reply Answer(Session session, ConnectOutcome outcome, long interval, long batch, bool multipleClients = false)
    {
        var now = server.Time.UnixMilliseconds();
        return outcome switch
        {
            ConnectOutcome.Overtaken => new() { Error = BayeuxError.ConnectOvertaken, Advice = server.Advise(interval), Now = now },
            ConnectOutcome.Ended => new() { Error = BayeuxError.SessionUnknown, Advice = server.Advise(0) with { Reconnect = Reconnect.Handshake }, Now = now },
            ConnectOutcome.Disconnected => new() { ClientId = session.Id, Advice = server.Advise(interval) with { Reconnect = Reconnect.None }, Now = now },
            _ => new()
            {
                ClientId = session.Id,
                Advice = multipleClients ? MultipleClients() : server.Advise(outcome == ConnectOutcome.Draining ? server.DrainInterval() : interval),
                Ack = session.Acknowledges ? new(false, false, batch) : default,
                Now = now,
            },
        };
    }

    private Advice MultipleClients()
    {
        var interval = (long)server.Options.MultipleClientsInterval.TotalMilliseconds;
        return server.Advise(interval) with { Reconnect = interval > 0 ? Reconnect.Retry : Reconnect.None, MultipleClients = true };
    }
}
