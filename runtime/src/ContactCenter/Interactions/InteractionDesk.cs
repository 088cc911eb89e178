using ContactCenter.Store;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>Where every operation on an agent's copy of an interaction starts: load, check the state, change, save, in one unit of work.</summary>
internal sealed class InteractionDesk(IContactCenterStore store)
{
    /// <summary>Runs an operation on the caller's copy.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="caller">The caller; without a copy, or through the contract of another channel, the interaction does not exist for the caller.</param>
    /// <param name="change">The change. The case is saved after it when it succeeds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when it succeeded, else the failure; then nothing was changed.</returns>
    public ValueTask<OperationFailure?> ChangeAsync(
        string id, Caller caller, Func<IUnitOfWork, Case, ParticipationRow, ValueTask<OperationFailure?>> change, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (await Case.LoadAsync(work, id) is not { } found || !caller.Serves(found.Interaction.Channel)
                    || found.Of(caller.AgentId) is not { } part)
                {
                    return OperationFailure.NotFound($"There is no interaction {id}.");
                }

                if (LifecycleGuard.Check(caller.Operation, part.State) is { } notAllowed)
                    return notAllowed;
                if (await change(work, found, part) is { } failure)
                    return failure;
                await found.SaveAsync(work);
                return null;
            },
            cancellationToken);

    /// <summary>The same for a change that needs nothing but the rows at hand.</summary>
    public ValueTask<OperationFailure?> ChangeAsync(
        string id, Caller caller, Func<IUnitOfWork, Case, ParticipationRow, OperationFailure?> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, caller, (work, found, part) => ValueTask.FromResult(change(work, found, part)), cancellationToken);
}
