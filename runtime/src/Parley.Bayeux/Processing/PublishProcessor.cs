using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

/// <summary>Takes what clients publish: to a service's handler, or to the subscribers of a broadcast channel.</summary>
internal sealed class PublishProcessor(BayeuxServer server, ChannelRules rules, IServiceScopeFactory scopes)
{
    /// <summary>Answers a publish.</summary>
    public async ValueTask ProcessAsync(Exchange exchange, Session session, IncomingMessage message, CancellationToken cancellationToken)
    {
        var error = await PublishAsync(exchange, session, message, cancellationToken);
        // The acknowledgement carries no data: that is how clients tell it from an event.
        exchange.Replies.Write(message, new() { Error = error });
    }

    private async ValueTask<string?> PublishAsync(Exchange exchange, Session session, IncomingMessage message, CancellationToken cancellationToken)
    {
        var channel = message.Channel!;
        ChannelPattern.TryParse(channel, out var pattern);
        if (pattern.IsMeta)
            return BayeuxError.ChannelUnknown;
        if (message.Data.IsEmpty)
            return BayeuxError.DataMissing;
        if (server.IsPrivate(channel))
            return BayeuxError.Denied("private channels are written by the server", "publish_denied");

        var service = pattern.IsService ? Array.Find(server.Services, known => known.Pattern.Matches(channel)) : null;
        if (pattern.IsService && service is null)
            return BayeuxError.Denied("no such service", "publish_denied");

        var verdict = await rules.CanPublishAsync(session, pattern, message.Data, cancellationToken);
        if (verdict.IsDenied)
            return BayeuxError.Denied(verdict.Reason, "publish_denied");

        if (service is not null)
            await CallAsync(service, exchange, session, message, cancellationToken);
        else
            server.Broadcast(server.CreateBroadcast(channel, message.Data.Span, lazy: false, message.IsBinary), server.Options.BroadcastToPublisher ? null : session);
        return null;
    }

    private async ValueTask CallAsync(ServiceRegistration service, Exchange exchange, Session session, IncomingMessage message, CancellationToken cancellationToken)
    {
        using var activity = BayeuxActivities.Service(message.Channel!);
        await using var scope = scopes.CreateAsyncScope();
        var call = new BayeuxServiceCall(session, message.Channel!, message.Id, message.Data, scope.ServiceProvider) { IsBinary = message.IsBinary };
        if (await service.Handler(scope.ServiceProvider).HandleAsync(call, cancellationToken) is not { } answer)
            return;
        BayeuxServer.RequireJson(answer.Span);
        exchange.Replies.WriteAnswer(message, answer.Span, call.AnswerIsBinary);
    }
}
