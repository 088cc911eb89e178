using ContactCenter.Agents;
using ContactCenter.AgentStates;
using ContactCenter.Interactions;
using ContactCenter.Snapshots;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Sessions;

/// <summary>Contact center sessions and presence.</summary>
internal sealed class SessionService(IContactCenterStore store, Offers offers, Closing closing)
{
    private const string LoggedOut = "LoggedOut";

    /// <summary>Starts the agent's work on channels, in place of those of an earlier session; the presence becomes <c>Ready</c>.</summary>
    public ValueTask<OperationFailure?> StartAsync(string agentId, IEnumerable<string> channels, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                await work.ExecuteAsync("DELETE FROM contact_center_sessions WHERE agent_id = @agentId", new { agentId });
                foreach (var channel in channels)
                {
                    await work.ExecuteAsync(
                        "INSERT INTO contact_center_sessions (agent_id, channel, started_at) VALUES (@agentId, @channel, @now)",
                        new { agentId, channel, now = work.Now });
                }

                await SetAsync(work, agentId, "Ready", "Ready");
                return null;
            },
            cancellationToken);

    /// <summary>
    /// Ends the agent's work: logged out, offers and invitations withdrawn, monitoring ended, sessions left that were joined as a supervisor, snapshots
    /// released. What the agent owns stays with the agent. Without a session nothing changes.
    /// </summary>
    public ValueTask<OperationFailure?> EndAsync(string agentId, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (await work.ScalarAsync<long>("SELECT COUNT(*) FROM contact_center_sessions WHERE agent_id = @agentId", new { agentId }) > 0)
                    await LogOutAsync(work, agentId, LoggedOut);
                return null;
            },
            cancellationToken);

    /// <summary>Sets an agent's presence. <c>LoggedOut</c> ends the agent's work as <see cref="EndAsync"/> does.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="state">Of the contract's presence states.</param>
    /// <param name="description">Name of the presence; null: the state's own name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<OperationFailure?> SetPresenceAsync(string agentId, string state, string? description, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (!await work.IsAgentAsync(agentId))
                    return OperationFailure.NotFound($"There is no agent {agentId}.");
                if (state == LoggedOut)
                    await LogOutAsync(work, agentId, description ?? state);
                else
                    await SetAsync(work, agentId, state, description ?? state);
                return null;
            },
            cancellationToken);

    private async ValueTask LogOutAsync(IUnitOfWork work, string agentId, string description)
    {
        await work.ExecuteAsync("DELETE FROM contact_center_sessions WHERE agent_id = @agentId", new { agentId });
        await work.ExecuteAsync("DELETE FROM monitors WHERE supervisor_id = @agentId", new { agentId });
        await SnapshotLocks.ReleaseAllAsync(work, agentId);
        // First the presence: between a withdrawn offer and the end of work the agent was not ready for a moment.
        await SetAsync(work, agentId, LoggedOut, description);
        var invited = await work.QueryAsync<string>(
            "SELECT interaction_id FROM participations WHERE agent_id = @agentId AND state IN ('Invited', 'InvitedConference')", new { agentId });
        foreach (var id in invited)
        {
            var found = (await Case.LoadAsync(work, id))!;
            await Offers.ForgetAsync(work, found, agentId);
            if (found.Interaction.TargetAgentId == agentId)
                found.Interaction.TargetAgentId = null;
            offers.Revoke(work, found, found.Of(agentId)!);
            await found.SaveAsync(work);
        }

        await LeaveSupervisedAsync(work, agentId);
    }

    private async ValueTask LeaveSupervisedAsync(IUnitOfWork work, string supervisorId)
    {
        var joined = await work.QueryAsync<string>(
            "SELECT interaction_id FROM participations WHERE agent_id = @supervisorId AND role = 'Supervisor' AND state = 'Chatting'", new { supervisorId });
        foreach (var id in joined)
        {
            var found = (await Case.LoadAsync(work, id))!;
            await closing.LeaveAsync(work, found, found.Of(supervisorId)!);
            await found.SaveAsync(work);
        }
    }

    private static async ValueTask SetAsync(IUnitOfWork work, string agentId, string state, string description)
    {
        await work.ExecuteAsync(
            """
            INSERT INTO presence (agent_id, state, description, since, idle_since) VALUES (@agentId, @state, @description, @now, @now)
            ON CONFLICT (agent_id) DO UPDATE SET state = excluded.state, description = excluded.description, since = excluded.since,
                idle_since = CASE WHEN presence.state = excluded.state THEN presence.idle_since ELSE excluded.idle_since END, missed_channel = NULL
            """,
            new { agentId, state, description, now = work.Now });
        await AgentActivity.RefreshAsync(work, agentId);
        work.RequestRouting();
    }
}
