using System.Buffers;
using System.Text;
using System.Text.Json;
using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.MediaGateway;
using ContactCenter.Gateway;
using ContactCenter.Interactions;
using ContactCenter.Sessions;
using ContactCenter.Views;
using Parley;

namespace ContactCenter.Handlers;

/// <summary>The MediaGateway contract.</summary>
internal sealed class MediaGatewayHandlers(GatewayService gateway, SessionService sessions, InteractionViews views, Uris uris) : IMediaGatewayOperations
{
    public async ValueTask<Outcome<CreatedSuccess>> OpenChatAsync(OpenChatRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var arrival = new Arrival
        {
            Channel = Channels.Chat,
            Nickname = request.Nickname,
            Subject = request.Subject,
            Text = request.Text,
            Queue = request.Queue ?? Arrival.DefaultQueue,
            Skill = request.Skill,
            UserData = Attach(request.UserData, request.Subject),
        };
        var (id, failure) = await gateway.OpenAsync(arrival, cancellationToken);
        return failure is null ? new CreatedSuccess { Id = id, Uri = uris.Shared(id) } : failure;
    }

    public async ValueTask<Outcome<CreatedSuccess>> ReceiveEmailAsync(ReceiveEmailRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var arrival = new Arrival
        {
            Channel = Channels.Email,
            Nickname = request.From,
            Address = request.From,
            Subject = request.Subject,
            Text = request.Text,
            Queue = request.Queue ?? Arrival.DefaultQueue,
            Skill = request.Skill,
            UserData = Attach(request.UserData, request.Subject),
        };
        var (id, failure) = await gateway.OpenAsync(arrival, cancellationToken);
        return failure is null ? new CreatedSuccess { Id = id, Uri = uris.Shared(id) } : failure;
    }

    public async ValueTask<Outcome<CreatedSuccess>> OpenSmsSessionAsync(OpenSmsSessionRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var arrival = new Arrival
        {
            Channel = Channels.Sms,
            Nickname = request.From,
            Address = request.From,
            Text = request.Text,
            Queue = request.Queue ?? Arrival.DefaultQueue,
            Skill = request.Skill,
            UserData = Attach(request.UserData, subject: null),
        };
        var (id, failure) = await gateway.OpenAsync(arrival, cancellationToken);
        return failure is null ? new CreatedSuccess { Id = id, Uri = uris.Absolute($"/smssessions/{id}") } : failure;
    }

    public async ValueTask<Outcome<GetChatSuccess>> GetChatAsync(string id, TranscriptQuery query, OperationContext context, CancellationToken cancellationToken) =>
        await ReadAsync(Channels.Chat, id, query, cancellationToken) is { } chat
            ? new GetChatSuccess { Chat = chat }
            : OperationFailure.NotFound($"There is no chat {id}.");

    public async ValueTask<Outcome<GetSmsSessionSuccess>> GetSmsSessionAsync(
        string id, TranscriptQuery query, OperationContext context, CancellationToken cancellationToken) =>
        await ReadAsync(Channels.Sms, id, query, cancellationToken) is { } session
            ? new GetSmsSessionSuccess { Smssession = session }
            : OperationFailure.NotFound($"There is no SMS session {id}.");

    public ValueTask<Outcome<StatusCodeSuccess>> SendChatMessageAsync(
        string id, SendChatMessageRequest request, OperationContext context, CancellationToken cancellationToken) =>
        gateway.SendAsync(Channels.Chat, id, context.Operation, request.Text, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> StartTypingAsync(string id, StartTypingRequest request, OperationContext context, CancellationToken cancellationToken) =>
        gateway.TypeAsync(Channels.Chat, id, context.Operation, started: true, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> StopTypingAsync(string id, StopTypingRequest request, OperationContext context, CancellationToken cancellationToken) =>
        gateway.TypeAsync(Channels.Chat, id, context.Operation, started: false, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> LeaveChatAsync(string id, LeaveChatRequest request, OperationContext context, CancellationToken cancellationToken) =>
        gateway.LeaveAsync(Channels.Chat, id, context.Operation, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> ContinueSmsSessionAsync(
        string id, ContinueSmsSessionRequest request, OperationContext context, CancellationToken cancellationToken) =>
        gateway.SendAsync(Channels.Sms, id, context.Operation, request.Text, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> SetPresenceAsync(
        string agentId, SetPresenceRequest request, OperationContext context, CancellationToken cancellationToken) =>
        sessions.SetPresenceAsync(agentId, request.State.ToString(), request.Description, cancellationToken).AsStatusCode();

    private static string Attach(ValueMap<JsonValue>? data, string? subject)
    {
        var attached = data ?? ValueMap<JsonValue>.Empty;
        if (subject is not null)
            attached = attached.With("Subject", subject);

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in attached)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private async ValueTask<CustomerSession?> ReadAsync(string channel, string id, TranscriptQuery query, CancellationToken cancellationToken)
    {
        if (await gateway.ReadAsync(channel, id, query.StartIndex ?? 1, query.Count ?? 0, cancellationToken) is not { } view)
            return null;
        return new CustomerSession
        {
            Id = id,
            State = Enum.Parse<CustomerSessionState>(view.State),
            Messages = view.Messages.Select(views.Entry).ToValueList(),
            NextIndex = view.NextIndex,
        };
    }
}
