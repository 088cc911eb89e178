using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Conversations;
using ContactCenter.Interactions;
using ContactCenter.Supervision;
using Parley;

namespace ContactCenter.Handlers;

/// <summary>The SmsSessions contract.</summary>
internal sealed class SmsSessionsHandlers(
    AcceptService accepting, CompletionService completion, ConversationService conversations, SupervisionService supervision)
    : ISmsSessionsOperations
{
    public ValueTask<Outcome<StatusCodeSuccess>> IntrudeAsync(
        string userId, string smssessionId, IntrudeRequest request, OperationContext context, CancellationToken cancellationToken) =>
        supervision.IntrudeAsync(context.UserId, userId, smssessionId, request.SupervisorVisibilityMode?.ToString(), cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> MonitorAsync(string userId, MonitorRequest request, OperationContext context, CancellationToken cancellationToken) =>
        MonitorAsync(userId, Modes.Monitor, request.SupervisorMonitoringMode, request.Nickname, context, cancellationToken);

    public ValueTask<Outcome<StatusCodeSuccess>> CoachAsync(string userId, CoachRequest request, OperationContext context, CancellationToken cancellationToken) =>
        MonitorAsync(userId, Modes.Coach, request.SupervisorMonitoringMode, request.Nickname, context, cancellationToken);

    public ValueTask<Outcome<StatusCodeSuccess>> BargeInAsync(string userId, BargeInRequest request, OperationContext context, CancellationToken cancellationToken) =>
        MonitorAsync(userId, Modes.BargeIn, request.SupervisorMonitoringMode, request.Nickname, context, cancellationToken);

    public ValueTask<Outcome<StatusCodeSuccess>> CancelSupervisorMonitoringAsync(
        string userId, CancelSupervisorMonitoringRequest request, OperationContext context, CancellationToken cancellationToken) =>
        supervision.CancelAsync(context.UserId, userId, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> AcceptAsync(string id, AcceptRequest request, OperationContext context, CancellationToken cancellationToken) =>
        accepting.AcceptAsync(id, Caller.From(context), request.Nickname, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> RejectAsync(string id, RejectRequest request, OperationContext context, CancellationToken cancellationToken) =>
        accepting.RejectAsync(id, Caller.From(context), cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> SendMessageAsync(string id, SendMessageRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conversations.SendAsync(id, Caller.From(context), request.Text, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> LeaveAsync(string id, LeaveRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conversations.LeaveAsync(id, Caller.From(context), cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> CompleteAsync(string id, CompleteRequest request, OperationContext context, CancellationToken cancellationToken) =>
        (request.QueueName is { } queue
            ? completion.PlaceInQueueAsync(id, Caller.From(context), queue, "#/queueName", cancellationToken)
            : completion.CompleteAsync(id, Caller.From(context), cancellationToken)).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> SwitchToMonitorAsync(
        string id, SwitchToMonitorRequest request, OperationContext context, CancellationToken cancellationToken) =>
        SwitchAsync(id, Modes.Monitor, context, cancellationToken);

    public ValueTask<Outcome<StatusCodeSuccess>> SwitchToCoachAsync(
        string id, SwitchToCoachRequest request, OperationContext context, CancellationToken cancellationToken) =>
        SwitchAsync(id, Modes.Coach, context, cancellationToken);

    public ValueTask<Outcome<StatusCodeSuccess>> SwitchToBargeInAsync(
        string id, SwitchToBargeInRequest request, OperationContext context, CancellationToken cancellationToken) =>
        SwitchAsync(id, Modes.BargeIn, context, cancellationToken);

    private ValueTask<Outcome<StatusCodeSuccess>> MonitorAsync(
        string userId, string mode, SupervisorMonitoringMode? scope, string? nickname, OperationContext context, CancellationToken cancellationToken) =>
        supervision.MonitorAsync(
            context.UserId, userId, mode, (scope ?? SupervisorMonitoringMode.AllChats).ToString(), nickname, cancellationToken).AsStatusCode();

    private ValueTask<Outcome<StatusCodeSuccess>> SwitchAsync(string id, string mode, OperationContext context, CancellationToken cancellationToken) =>
        supervision.SwitchAsync(id, Caller.From(context), mode, cancellationToken).AsStatusCode();
}
