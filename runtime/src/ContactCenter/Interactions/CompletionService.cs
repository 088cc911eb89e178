using ContactCenter.Agents;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>The ends of ownership: finished, or placed in a queue for somebody else.</summary>
internal sealed class CompletionService(InteractionDesk desk, Closing closing, Offers offers)
{
    /// <summary>
    /// Ends the caller's work. When nobody else holds the interaction it is over, an active conversation too; else the others keep it.
    /// A supervisor may not.
    /// </summary>
    public ValueTask<OperationFailure?> CompleteAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (part.IsSupervisor)
                    return OperationFailure.Forbidden("A supervisor may not complete the session; only Leave is possible.");
                await closing.LeaveAsync(work, found, part);
                await closing.FinishIfLeftAsync(work, found);
                return null;
            },
            cancellationToken);

    /// <summary>Ends the caller's ownership and places the interaction in a queue, from which others are offered it before the caller is again.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="pointer">Place of the queue in the request, for the failure's message.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<OperationFailure?> PlaceInQueueAsync(string id, Caller caller, string queue, string pointer, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (part.IsSupervisor)
                    return OperationFailure.Forbidden("A supervisor may not place the session in a queue; only Leave is possible.");
                if (!await work.HasQueueAsync(queue))
                    return OperationFailure.InvalidMember($"There is no queue \"{queue}\" ({pointer}).");
                if (Ownership.CheckAlone(found, part) is { } failure)
                    return failure;
                found.Interaction.Queue = queue;
                // The skill belonged to the way that the interaction has come; the queue is for everybody who works on it.
                found.Interaction.Skill = null;
                found.Interaction.TargetAgentId = null;
                await closing.LeaveAsync(work, found, part);
                await closing.QueueAsync(work, found);
                await offers.DeclineAsync(work, found, caller.AgentId);
                return null;
            },
            cancellationToken);
}
