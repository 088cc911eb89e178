namespace Parley;

/// <summary>A session with a Bayeux server across reconnects and re-handshakes: the handshake and the connect loop.</summary>
/// <param name="transport">Carries messages.</param>
/// <param name="options">Options.</param>
/// <param name="time">The clock.</param>
/// <param name="nextId">Makes message ids.</param>
/// <param name="take">Takes what comes back beside replies.</param>
/// <param name="channels">The channels to subscribe to again after a re-handshake.</param>
internal sealed class BayeuxSession(
    BayeuxTransport transport,
    BayeuxClientOptions options,
    TimeProvider time,
    Func<string> nextId,
    Func<IReadOnlyList<BayeuxMessage>, CancellationToken, ValueTask> take,
    Func<string[]> channels)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<string> _id = New();
    private string? _current;
    private BayeuxAdvice _advice = BayeuxAdvice.Default;
    private long? _acknowledged;

    /// <summary>The session's id, once there is one.</summary>
    public Task<string> IdAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _id.Task.WaitAsync(cancellationToken);
    }

    private string? Current
    {
        get
        {
            lock (_lock)
                return _current;
        }
    }

    /// <summary>Says that the server does not know a session any more. The connect loop learns the same and shakes hands again.</summary>
    public void Lost(string id)
    {
        lock (_lock)
        {
            if (_current != id)
                return;

            _current = null;
            _id = New();
        }
    }

    /// <summary>Opens a session.</summary>
    public async Task HandshakeAsync(CancellationToken cancellationToken)
    {
        var id = nextId();
        var messages = await transport.PostAsync(BayeuxRequests.Handshake(id, options.Acknowledge), options.MaxNetworkDelay, cancellationToken).ConfigureAwait(false);
        var reply = messages.FirstOrDefault(static message => message.Channel == "/meta/handshake");
        if (reply is not { Successful: true, ClientId: { } clientId })
            throw new BayeuxException("/meta/handshake", reply?.Error ?? "the server did not reply to it");

        _advice = reply.Advice ?? BayeuxAdvice.Default;
        _acknowledged = reply.AckAgreed ? reply.AckBatch ?? 0 : null;
        lock (_lock)
        {
            _current = clientId;
            _id.SetResult(clientId);
        }

        await take(messages, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Receives until cancelled.</summary>
    /// <exception cref="BayeuxException">The server refuses to go on.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        var connected = false;
        while (true)
        {
            try
            {
                connected = await ConnectOnceAsync(connected, cancellationToken).ConfigureAwait(false);
                failures = 0;
            }
            catch (Exception exception) when (BayeuxTransport.MayPass(exception))
            {
                connected = false;
                failures++;
                var pause = TimeSpan.FromTicks(Math.Min(options.BackoffIncrement.Ticks * failures, options.MaxBackoff.Ticks));
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the session on the server, if it can be reached.</summary>
    public async Task DisconnectAsync()
    {
        if (Current is not { } id)
            return;

        try
        {
            await transport.PostAsync(BayeuxRequests.Disconnect(nextId(), id), options.MaxNetworkDelay, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException || BayeuxTransport.MayPass(exception))
        {
            // A courtesy: the server forgets a silent session by itself.
        }
    }

    /// <summary>One cycle of connect and what its reply asks for.</summary>
    /// <returns>Whether the session is connected, so that the next connect may be held.</returns>
    private async Task<bool> ConnectOnceAsync(bool connected, CancellationToken cancellationToken)
    {
        if (Current is not { } session)
        {
            await RestoreAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }

        var id = nextId();
        var hold = connected ? _advice.Timeout : TimeSpan.Zero;
        var messages = await transport.PostAsync(
            BayeuxRequests.Connect(id, session, _acknowledged, atOnce: !connected), hold + options.MaxNetworkDelay, cancellationToken).ConfigureAwait(false);
        var reply = messages.FirstOrDefault(static message => message.Channel == "/meta/connect")
            ?? throw new HttpRequestException("The server did not reply to /meta/connect.");

        await take(messages, cancellationToken).ConfigureAwait(false);
        _advice = reply.Advice ?? _advice;
        _acknowledged = _acknowledged is null ? null : reply.AckBatch ?? _acknowledged;

        if (_advice.Reconnect == "none")
            throw new BayeuxException("/meta/connect", reply.Error ?? "the server advises not to reconnect");
        if (reply.IsUnknownSession || (reply.Successful != true && _advice.Reconnect == "handshake"))
            Lost(session);
        else if (reply.Successful != true)
            throw new HttpRequestException($"/meta/connect failed: {reply.Error}");

        if (_advice.Interval > TimeSpan.Zero)
            await Task.Delay(_advice.Interval, time, cancellationToken).ConfigureAwait(false);
        return reply.Successful == true;
    }

    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await HandshakeAsync(cancellationToken).ConfigureAwait(false);
        var session = await IdAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var channel in channels())
                await SubscribeAgainAsync(session, channel, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (BayeuxTransport.MayPass(exception))
        {
            // Half subscribed is as good as lost: the next attempt starts over.
            Lost(session);
            throw;
        }
    }

    private async Task SubscribeAgainAsync(string session, string channel, CancellationToken cancellationToken)
    {
        var id = nextId();
        var messages = await transport.PostAsync(
            BayeuxRequests.Subscription("/meta/subscribe", id, session, channel), options.MaxNetworkDelay, cancellationToken).ConfigureAwait(false);
        await take(messages, cancellationToken).ConfigureAwait(false);

        var reply = messages.FirstOrDefault(message => message.Id == id && message.Data is null);
        if (reply?.IsUnknownSession == true)
            throw new HttpRequestException("The server has lost the session again.");
        if (reply?.Successful != true)
            throw new BayeuxException("/meta/subscribe", $"{channel}: {reply?.Error ?? "the server did not reply to it"}");
    }

    private static TaskCompletionSource<string> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
