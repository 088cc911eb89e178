using Parley;

namespace ContactCenter.Interactions;

/// <summary>Several agents on one interaction.</summary>
internal sealed class ConferenceService(InteractionDesk desk, Closing closing, Offers offers)
{
    /// <summary>Invites an agent to work on the interaction at the same time; the invitation runs out like an offer.</summary>
    public ValueTask<OperationFailure?> InviteAsync(string id, Caller caller, string agentId, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, _) =>
            {
                if (await Colleague.CheckAsync(work, found, caller, agentId, "#/agentId") is { } unsuitable)
                    return unsuitable;
                await offers.MakeAsync(work, found, agentId, OfferKinds.Conference);
                return null;
            },
            cancellationToken);

    /// <summary>Lets the caller leave a conference; who remains keeps the interaction.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="agentId">Who leaves: must be the caller.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<OperationFailure?> LeaveAsync(string id, Caller caller, string agentId, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (agentId != caller.AgentId)
                    return OperationFailure.InvalidMember($"Agent \"{agentId}\" is not the caller: only the caller can leave (#/agentId).");
                if (!found.InConference)
                    return OperationFailure.WrongState("Nobody else works on the interaction; there is no conference to leave.");
                await closing.LeaveAsync(work, found, part);
                return null;
            },
            cancellationToken);
}
