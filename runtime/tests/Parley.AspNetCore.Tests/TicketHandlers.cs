namespace Parley.AspNetCore.Tests;

internal sealed class TicketHandlers : ITicketsOperations
{
    public ValueTask<Outcome<Done>> ListTicketsAsync(TicketQuery query, OperationContext context, CancellationToken cancellationToken) =>
        Succeed($"page {query.Page}, open {query.Open}, text {query.Text}");

    public ValueTask<Outcome<Done>> OpenAsync(string id, OpenRequest request, OperationContext context, CancellationToken cancellationToken) =>
        Succeed($"{id} at {new Uri(context.BaseUri).Host}");

    public ValueTask<Outcome<Done>> CloseAsync(string id, CloseRequest request, OperationContext context, CancellationToken cancellationToken) =>
        id == "closed"
            ? ValueTask.FromResult<Outcome<Done>>(OperationFailure.WrongState("Close is not allowed in state Closed."))
            : Succeed($"{id} by {context.UserId}: {request.Reason}");

    public ValueTask<Outcome<Done>> AuditAsync(string id, AuditRequest request, OperationContext context, CancellationToken cancellationToken) => Succeed(id);

    public ValueTask<Outcome<Done>> FailAsync(string id, FailRequest request, OperationContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("secret detail");

    public ValueTask<Outcome<Done>> PingAsync(PingRequest request, OperationContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Outcome<Done>>(new Done { By = context.UserId, ReferenceId = request.ReferenceId });

    private static ValueTask<Outcome<Done>> Succeed(string by) => ValueTask.FromResult<Outcome<Done>>(new Done { By = by });
}

internal sealed class VipTicketHandlers : IVipTicketsOperations
{
    public ValueTask<Outcome<Done>> CloseVipAsync(string id, CloseVipRequest request, OperationContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Outcome<Done>>(new Done { By = $"vip {id}" });
}
