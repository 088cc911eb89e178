using ContactCenter.Contracts.Snapshots;
using ContactCenter.Views;
using Parley;

namespace ContactCenter.Snapshots;

/// <summary>The snapshot operations of the Interaction Management protocol: between the contract's messages and <see cref="SnapshotService"/>.</summary>
internal sealed class SnapshotHandlers(SnapshotService snapshots, TimeProvider time) : ISnapshotsOperations
{
    /// <inheritdoc/>
    public async ValueTask<Outcome<EventSnapshotTaken>> RequestTakeSnapshotAsync(
        TakeSnapshotRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var query = new SnapshotQuery
        {
            Lock = request.Lock,
            SnapshotId = request.SnapshotId,
            MaxInteractions = request.SnapshotMaxInteractions,
            Condition = request.Condition,
            Order = request.Order,
            ViewId = request.ViewId,
            CheckInteractionsState = request.CheckInteractionsState ?? true,
        };
        var outcome = await snapshots.TakeAsync(context.UserId, query, cancellationToken);
        return outcome.Succeeded
            ? new EventSnapshotTaken { ReferenceId = request.ReferenceId, SnapshotId = outcome.Value.Id, NumberOfInteractions = outcome.Value.Count }
            : outcome.Failure;
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome<EventSnapshotInteractions>> RequestGetSnapshotInteractionsAsync(
        GetSnapshotInteractionsRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var outcome = await snapshots.GetAsync(context.UserId, request.SnapshotId, request.StartFrom, request.NumberOfInteractions, cancellationToken);
        if (!outcome.Succeeded)
            return outcome.Failure;

        return new EventSnapshotInteractions
        {
            ReferenceId = request.ReferenceId,
            SnapshotId = request.SnapshotId,
            StartFrom = request.StartFrom,
            NumberOfInteractions = outcome.Value.Entries.Count,
            Interactions = outcome.Value.Entries.Select(Render).ToValueList(),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome<EventAck>> RequestLockInteractionAsync(
        LockInteractionRequest request, OperationContext context, CancellationToken cancellationToken) =>
        Acknowledge(
            request.ReferenceId,
            await snapshots.LockAsync(context.UserId, request.SnapshotId, request.InteractionId, request.Reason, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<Outcome<EventAck>> RequestUnlockInteractionAsync(
        UnlockInteractionRequest request, OperationContext context, CancellationToken cancellationToken) =>
        Acknowledge(
            request.ReferenceId, await snapshots.UnlockAsync(context.UserId, request.SnapshotId, request.InteractionId, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<Outcome<EventAck>> RequestReleaseSnapshotAsync(
        ReleaseSnapshotRequest request, OperationContext context, CancellationToken cancellationToken) =>
        Acknowledge(request.ReferenceId, await snapshots.ReleaseAsync(context.UserId, request.SnapshotId, cancellationToken));

    private static Outcome<EventAck> Acknowledge(long? referenceId, OperationFailure? failure) =>
        failure is null ? new EventAck { ReferenceId = referenceId } : failure;

    private SnapshotInteraction Render(SnapshotEntry entry) => new()
    {
        InteractionId = entry.InteractionId,
        MediaType = entry.MediaType,
        State = entry.State,
        Queue = entry.Queue,
        AssignedTo = entry.AssignedTo,
        ReceivedDate = Moments.Write(entry.ReceivedAt, time.LocalTimeZone),
        Locked = entry.Locked,
        UserData = ReadObject(entry.UserData),
    };

    private static ValueMap<JsonValue> ReadObject(string json) =>
        JsonValue.Parse(json).ToElement().EnumerateObject().Select(member => KeyValuePair.Create(member.Name, JsonValue.From(member.Value))).ToValueMap();
}
