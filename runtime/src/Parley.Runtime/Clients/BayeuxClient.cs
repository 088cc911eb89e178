using System.Collections.Concurrent;
using System.Globalization;

namespace Parley;

/// <summary>
/// Receives notifications over Bayeux (CometD) long-polling. It holds one connect, acknowledges what it received, follows the server's advice, rides out network
/// failures, and when the server has lost the session (402) shakes hands again and subscribes again to everything. Safe for concurrent use.
/// Sessions are bound to a cookie on most servers, so the <see cref="HttpClient"/> needs a cookie container, as it has by default.
/// </summary>
public sealed class BayeuxClient : IAsyncDisposable
{
    private const int AttemptsAfterLostSession = 3;
    private readonly BayeuxClientOptions _options;
    private readonly TimeProvider _time;
    private readonly BayeuxTransport _transport;
    private readonly BayeuxSubscriptions _subscriptions = new();
    private readonly BayeuxDelivery _delivery;
    private readonly BayeuxSession _session;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ReadOnlyMemory<byte>>> _calls = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private Task? _completion;
    private long _lastId;

    /// <summary>Makes a client that has not yet shaken hands.</summary>
    /// <param name="http">Sends the requests; not disposed. Its timeout must exceed the server's hold time, 100 seconds by default suffices.</param>
    /// <param name="endpoint">The absolute address of the Bayeux endpoint.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public BayeuxClient(HttpClient http, Uri endpoint, BayeuxClientOptions? options = null, TimeProvider? timeProvider = null)
        : this(http, endpoint, options, timeProvider, new CsrfEcho())
    {
    }

    internal BayeuxClient(HttpClient http, Uri endpoint, BayeuxClientOptions? options, TimeProvider? timeProvider, CsrfEcho csrf)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(endpoint);
        _options = (options ?? new BayeuxClientOptions()).Checked();
        _time = timeProvider ?? TimeProvider.System;
        _transport = new BayeuxTransport(http, endpoint, csrf, _options.MaxReplyBytes, _time);
        _delivery = new BayeuxDelivery(_subscriptions, _options.HandlerFailed);
        _session = new BayeuxSession(_transport, _options, _time, NextId, TakeAsync, () => _subscriptions.Channels);
    }

    /// <summary>Ends when the client is disposed; carries the exception when the server refused to go on or a handler threw.</summary>
    public Task Completion => _completion ?? throw new InvalidOperationException("The client has not been started.");

    /// <summary>Shakes hands and starts to receive.</summary>
    /// <param name="cancellationToken">Gives up the handshake; later it has no effect.</param>
    /// <exception cref="BayeuxException">The server refuses the handshake.</exception>
    /// <exception cref="HttpRequestException">The server could not be reached, or refuses the HTTP request.</exception>
    /// <exception cref="TimeoutException">The server did not answer in time.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_completion is not null)
            throw new InvalidOperationException("The client has been started already.");

        await _session.HandshakeAsync(cancellationToken).ConfigureAwait(false);
        _completion = RunAsync();
    }

    /// <summary>Subscribes to a channel.</summary>
    /// <param name="channel">The channel; a last segment <c>*</c> stands for one segment, <c>**</c> for any number.</param>
    /// <param name="handler">Takes the messages.</param>
    /// <param name="cancellationToken">Gives up waiting for the server's answer.</param>
    /// <exception cref="BayeuxException">The server refuses the subscription; the handler is not kept.</exception>
    public async Task SubscribeAsync(string channel, BayeuxHandler handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handler);

        // Before the request: a message may come back with the very reply.
        _subscriptions.Add(channel, handler);
        try
        {
            await RequestAsync("/meta/subscribe", (id, session) => BayeuxRequests.Subscription("/meta/subscribe", id, session, channel), NextId(), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _subscriptions.Remove(channel, handler);
            throw;
        }
    }

    /// <summary>Subscribes an emitted dispatcher to all its channels. Messages that are none of its notifications are left to other handlers.</summary>
    /// <inheritdoc cref="SubscribeAsync(string, BayeuxHandler, CancellationToken)"/>
    public async Task SubscribeAsync(NotificationDispatcher dispatcher, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        foreach (var channel in dispatcher.Channels)
            await SubscribeAsync(channel, async (name, data, token) => await dispatcher.DispatchAsync(name, data, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the subscription to a channel and drops all its handlers.</summary>
    /// <exception cref="BayeuxException">The server refuses.</exception>
    public async Task UnsubscribeAsync(string channel, CancellationToken cancellationToken = default)
    {
        _subscriptions.RemoveAll(channel);
        await RequestAsync("/meta/unsubscribe", (id, session) => BayeuxRequests.Subscription("/meta/unsubscribe", id, session, channel), NextId(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls a service channel (CometD's <c>remoteCall</c>): sends data and waits for the message on the same channel that answers it.</summary>
    /// <param name="channel">The service channel, such as <c>/service/interaction-management</c>.</param>
    /// <param name="data">The request as UTF-8 JSON.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer's data as UTF-8 JSON.</returns>
    /// <exception cref="BayeuxException">The server refuses the message.</exception>
    /// <exception cref="TimeoutException">No answer within <see cref="BayeuxClientOptions.CallTimeout"/>.</exception>
    public async Task<ReadOnlyMemory<byte>> CallAsync(string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default)
    {
        var id = NextId();
        var answer = _calls.GetOrAdd(id, static _ => new TaskCompletionSource<ReadOnlyMemory<byte>>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await RequestAsync(channel, (message, session) => BayeuxRequests.Publish(channel, message, session, data), id, cancellationToken).ConfigureAwait(false);
            return await answer.Task.WaitAsync(_options.CallTimeout, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _calls.TryRemove(id, out _);
        }
    }

    /// <summary>Disconnects: ends the session on the server, waits for the handler that is running. Not to be awaited from a handler.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;

        await _stop.CancelAsync().ConfigureAwait(false);
        if (_completion is not null)
        {
            // A failure is told by Completion; disposing must not throw it a second time.
            await _completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _session.DisconnectAsync().ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var receiving = StopAllAfter(_session.ConnectAsync(_stop.Token));
        var delivering = StopAllAfter(_delivery.RunAsync(_stop.Token));
        await Task.WhenAll(receiving, delivering).ConfigureAwait(false);
    }

    // Neither half makes sense without the other.
    private async Task StopAllAfter(Task half)
    {
        try
        {
            await half.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The other half has failed, or the client is being disposed.
        }
        finally
        {
            await _stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task RequestAsync(string channel, Func<string, string, ReadOnlyMemory<byte>> message, string id, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var session = await _session.IdAsync(either.Token).ConfigureAwait(false);
            var replies = await _transport.PostAsync(message(id, session), _options.MaxNetworkDelay, either.Token).ConfigureAwait(false);
            await TakeAsync(replies, either.Token).ConfigureAwait(false);

            var reply = replies.FirstOrDefault(candidate => candidate.Id == id && candidate.Data is null);
            if (reply?.Successful == true)
                return;
            if (reply?.IsUnknownSession != true || attempt == AttemptsAfterLostSession)
                throw new BayeuxException(channel, reply?.Error ?? "the server did not reply to it");
            _session.Lost(session);
        }
    }

    /// <summary>Sorts what came: answers to calls at once (a handler may be waiting for one), events to the handlers in their order.</summary>
    private async ValueTask TakeAsync(IReadOnlyList<BayeuxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            if (message.Data is not { } data)
                continue;
            if (message.Id is { } id && _calls.TryGetValue(id, out var call))
                call.TrySetResult(data);
            else
                await _delivery.EnqueueAsync(message.Channel, data, cancellationToken).ConfigureAwait(false);
        }
    }

    private string NextId() => Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
}
