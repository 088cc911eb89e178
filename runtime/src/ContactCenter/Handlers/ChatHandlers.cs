using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Common;
using ContactCenter.Conversations;
using ContactCenter.Interactions;
using Parley;

namespace ContactCenter.Handlers;

/// <summary>The Chat contract.</summary>
internal sealed class ChatHandlers(
    AcceptService accepting, CompletionService completion, ConferenceService conferences, TransferService transfers, ConversationService conversations)
    : IChatOperations
{
    public ValueTask<Outcome<StatusCodeSuccess>> AcceptAsync(string id, AcceptRequest request, OperationContext context, CancellationToken cancellationToken) =>
        accepting.AcceptAsync(id, Caller.From(context), request.Nickname, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusSuccess>> RejectAsync(string id, RejectRequest request, OperationContext context, CancellationToken cancellationToken) =>
        accepting.RejectAsync(id, Caller.From(context), cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> InviteUserAsync(string id, InviteUserRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conferences.InviteAsync(id, Caller.From(context), request.AgentId, cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> EndChatSessionAsync(string id, EndChatSessionRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conversations.EndAsync(id, Caller.From(context), cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusCodeSuccess>> SendAsync(string id, SendRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conversations.SendAsync(id, Caller.From(context), request.Text, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> SendStartTypingNotificationAsync(
        string id, SendStartTypingNotificationRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conversations.TypeAsync(id, Caller.From(context), started: true, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> SendStopTypingNotificationAsync(
        string id, SendStopTypingNotificationRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conversations.TypeAsync(id, Caller.From(context), started: false, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusSuccess>> SingleStepTransferAsync(
        string id, SingleStepTransferRequest request, OperationContext context, CancellationToken cancellationToken) =>
        (request.TargetId is { } target
            ? transfers.ToAgentAsync(id, Caller.From(context), target, cancellationToken)
            : transfers.ToSkillAsync(id, Caller.From(context), request.Skill!, cancellationToken)).AsStatus();

    public ValueTask<Outcome<StatusCodeSuccess>> CompleteAsync(string id, CompleteRequest request, OperationContext context, CancellationToken cancellationToken) =>
        completion.CompleteAsync(id, Caller.From(context), cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> RequestChatHistoryAsync(
        string id, RequestChatHistoryRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conversations.RequestHistoryAsync(id, Caller.From(context), request.EventId ?? 0, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusSuccess>> LeaveConferenceAsync(
        string id, LeaveConferenceRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conferences.LeaveAsync(id, Caller.From(context), request.AgentId, cancellationToken).AsStatus();
}
