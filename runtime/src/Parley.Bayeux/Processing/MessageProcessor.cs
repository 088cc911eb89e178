using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

/// <summary>Takes the messages of an exchange one by one, in order, and writes their replies; a connect is left for the transport, which may hold it.</summary>
internal sealed partial class MessageProcessor(BayeuxServer server, ChannelRules rules, IServiceScopeFactory scopes)
{
    private readonly HandshakeProcessor _handshakes = new(server);
    private readonly SubscriptionProcessor _subscriptions = new(server, rules);
    private readonly PublishProcessor _publishing = new(server, rules, scopes);

    /// <summary>Processes all messages.</summary>
    public async ValueTask ProcessAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var opensSession = exchange.Messages.Exists(static message => message.Channel == MetaChannel.Handshake);
        foreach (var message in exchange.Messages)
        {
            if (Check(message) is { } error)
                exchange.Replies.Write(message, new() { Error = error });
            else if (opensSession && (message.Channel != MetaChannel.Handshake || exchange.Handshaken))
                exchange.Replies.Write(message, new() { Error = BayeuxError.HandshakeNotAlone });
            else
                await GuardedAsync(exchange, message, cancellationToken);
        }
    }

    private static string? Check(IncomingMessage message)
    {
        if (message.IdIsInvalid)
            return BayeuxError.MessageIdInvalid;
        if (message.Channel is null)
            return BayeuxError.ChannelMissing;
        return ChannelPattern.TryParse(message.Channel, out var pattern) && pattern.Wildcard == ChannelWildcard.None ? null : BayeuxError.ChannelInvalid;
    }

    private async ValueTask GuardedAsync(Exchange exchange, IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await OneAsync(exchange, message, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.MessageFailed(server.Logger, exception, message.Channel!, exchange.UserId);
            exchange.Replies.Write(message, new()
            {
                Error = BayeuxError.InternalError,
                Advice = message.Channel == MetaChannel.Handshake ? server.Advise(server.Limits.IntervalMilliseconds) with { Reconnect = Reconnect.Handshake } : null,
                Now = server.Time.UnixMilliseconds(),
            });
        }
    }

    private ValueTask OneAsync(Exchange exchange, IncomingMessage message, CancellationToken cancellationToken)
    {
        if (message.Channel == MetaChannel.Handshake)
            return _handshakes.ProcessAsync(exchange, message, cancellationToken);

        if (Find(exchange, message) is not { } session)
        {
            exchange.Replies.Write(message, Unknown(message));
            return default;
        }

        exchange.Session = session;
        if (exchange.Socket is { } socket) socket.Bind(session);
        else session.LeaveSocket();
        session.Touch();
        if (message.Channel != MetaChannel.Connect)
            session.MarkActive();

        switch (message.Channel)
        {
            case MetaChannel.Connect:
                if (exchange.Connect is { } earlier)
                    exchange.Replies.Write(earlier, new() { Error = BayeuxError.ConnectOvertaken, Advice = server.Advise(server.Limits.IntervalMilliseconds) });
                exchange.Connect = message;
                return default;
            case MetaChannel.Subscribe:
                return _subscriptions.SubscribeAsync(exchange, session, message, cancellationToken);
            case MetaChannel.Unsubscribe:
                _subscriptions.Unsubscribe(exchange, session, message);
                return default;
            case MetaChannel.Disconnect:
                exchange.Replies.Write(message, new() { ClientId = session.Id, Now = server.Time.UnixMilliseconds() });
                server.End(session, RemovalReason.Disconnected);
                return default;
            default:
                return _publishing.ProcessAsync(exchange, session, message, cancellationToken);
        }
    }

    /// <summary>The session that a message may act for: it lives, belongs to the sender, began in the same browser, and is that of the whole exchange.</summary>
    private Session? Find(Exchange exchange, IncomingMessage message)
    {
        if (!server.Sessions.TryGet(message.ClientId, out var session) || session.IsRemoved)
            return null;
        if (exchange.Session is { } other && !ReferenceEquals(other, session))
            return Suspicious(exchange, "it came in one batch with messages of another session");
        if (session.UserId != exchange.UserId)
            return Suspicious(exchange, "the session belongs to another principal");
        if (exchange.Socket is null && !server.Options.TrustClientSession && (session.BrowserId is null || session.BrowserId != exchange.BrowserId))
            return Suspicious(exchange, "the browser cookie is not that of the session");
        if (exchange.Socket is { } socket && server.Options.RequireHandshakePerWebSocket && !socket.Serves(session))
            return Suspicious(exchange, "the WebSocket is not the one that it began with");
        return session;
    }

    private Session? Suspicious(Exchange exchange, string reason)
    {
        Log.SessionRefused(server.Logger, exchange.UserId, reason);
        return null;
    }

    private Reply Unknown(IncomingMessage message) => new()
    {
        Error = BayeuxError.SessionUnknown,
        Advice = message.Channel == MetaChannel.Connect ? server.Advise(0) with { Reconnect = Reconnect.Handshake } : null,
        Now = server.Time.UnixMilliseconds(),
    };
}
