using ContactCenter.Interactions;
using ContactCenter.Notifications;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Workbins;

/// <summary>Workbins: where an agent keeps interactions for later. They are the agent's own: nobody else sees or takes what is in them.</summary>
internal sealed class WorkbinService(IContactCenterStore store, InteractionDesk desk, Offers offers, IInteractionMessages messages)
{
    /// <summary>Puts an interaction into a workbin; Accept takes it out again.</summary>
    public ValueTask<OperationFailure?> PlaceAsync(string id, Caller caller, string workbin, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (!await ExistsAsync(work, workbin, caller.AgentId))
                    return OperationFailure.InvalidMember($"There is no workbin \"{workbin}\" (#/workbin).");
                if (Ownership.CheckAlone(found, part) is { } failure)
                    return failure;
                found.Interaction.State = States.InWorkbin;
                found.Interaction.OwnerId = null;
                found.Interaction.Workbin = workbin;
                found.Interaction.WorkbinAgentId = caller.AgentId;
                found.Move(part, States.InWorkbin);
                await offers.WithdrawAllAsync(work, found, conferences: true);
                messages.StatusChanged(work, found, part);
                return null;
            },
            cancellationToken);

    /// <summary>Sends the content of one of the caller's workbins to the caller; what is locked in a snapshot is not in it.</summary>
    public ValueTask<OperationFailure?> SendContentAsync(string agentId, string workbin, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (!await ExistsAsync(work, workbin, agentId))
                    return OperationFailure.InvalidMember($"There is no workbin \"{workbin}\" (#/workbin).");
                var ids = await work.QueryAsync<string>(
                    """
                    SELECT id FROM interactions WHERE state = 'InWorkbin' AND workbin = @workbin AND workbin_agent_id = @agentId
                        AND id NOT IN (SELECT interaction_id FROM snapshot_locks)
                    ORDER BY received_at, id
                    """,
                    new { workbin, agentId });
                var content = new List<Case>(ids.Count);
                foreach (var id in ids)
                    content.Add((await Case.LoadAsync(work, id))!);
                messages.WorkbinContent(work, agentId, workbin, content);
                return null;
            },
            cancellationToken);

    private static async ValueTask<bool> ExistsAsync(IReadSession session, string workbin, string agentId) =>
        await session.ScalarAsync<long>(
            "SELECT COUNT(*) FROM workbins WHERE id = @workbin AND agent_id IN ('', @agentId)", new { workbin, agentId }) > 0;
}
