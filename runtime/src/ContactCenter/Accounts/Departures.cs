using ContactCenter.AgentStates;
using ContactCenter.Interactions;
using ContactCenter.Sessions;
using ContactCenter.Store;

namespace ContactCenter.Accounts;

/// <summary>
/// Ends the part of people who are no longer what they were: whose account is gone, or has lost the permission <c>Agent</c> or <c>Supervisor</c>. What they
/// worked on or kept in a workbin waits in its queue again; after-work is over.
/// </summary>
internal sealed class Departures(IContactCenterStore store, SessionService sessions, Closing closing, Offers offers)
{
    private const string NotAgent = "a.permissions NOT LIKE '%\"Agent\"%'";
    private const string NotSupervisor = "a.permissions NOT LIKE '%\"Supervisor\"%'";

    /// <summary>Does it for everybody whom the store knows; nothing changes when it has been done.</summary>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await QueryAsync<string>(
            $"""
            SELECT a.id FROM agents a WHERE {NotAgent} AND {NotSupervisor}
                AND (EXISTS (SELECT 1 FROM contact_center_sessions s WHERE s.agent_id = a.id)
                    OR EXISTS (SELECT 1 FROM presence p WHERE p.agent_id = a.id AND p.state <> 'LoggedOut'))
            """,
            cancellationToken))
        {
            await LogOutAsync(id, cancellationToken);
        }

        foreach (var copy in await QueryAsync<Copy>(
            $"""
            SELECT p.interaction_id, p.agent_id FROM participations p JOIN agents a ON a.id = p.agent_id
            WHERE p.state NOT IN ('Completed', 'Revoked') AND ((p.role = 'Agent' AND {NotAgent}) OR (p.role = 'Supervisor' AND {NotSupervisor}))
            """,
            cancellationToken))
        {
            await ChangeAsync(work => ReleaseAsync(work, copy), cancellationToken);
        }

        await ChangeAsync(
            async work =>
            {
                await work.ExecuteAsync($"DELETE FROM offers WHERE agent_id IN (SELECT a.id FROM agents a WHERE {NotAgent})");
                await work.ExecuteAsync(
                    $"""
                    DELETE FROM monitors WHERE agent_id IN (SELECT a.id FROM agents a WHERE {NotAgent})
                        OR supervisor_id IN (SELECT a.id FROM agents a WHERE {NotSupervisor})
                    """);
            },
            cancellationToken);
    }

    private async ValueTask LogOutAsync(string agentId, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(agentId, cancellationToken);
        // A presence may have been set without a session.
        await ChangeAsync(
            async work =>
            {
                await work.ExecuteAsync(
                    """
                    UPDATE presence SET state = 'LoggedOut', description = 'LoggedOut', since = @now, missed_channel = NULL
                    WHERE agent_id = @agentId AND state <> 'LoggedOut'
                    """,
                    new { agentId, now = work.Now });
                await AgentActivity.RefreshAsync(work, agentId);
            },
            cancellationToken);
    }

    private async ValueTask ReleaseAsync(IUnitOfWork work, Copy copy)
    {
        var found = (await Case.LoadAsync(work, copy.InteractionId))!;
        var part = found.Of(copy.AgentId)!;
        if (part.IsOver)
            return;
        if (part.IsInvited)
        {
            if (found.Interaction.TargetAgentId == copy.AgentId)
                found.Interaction.TargetAgentId = null;
            offers.Revoke(work, found, part);
        }
        else
        {
            var alone = !part.IsSupervisor && !found.Holders.Any(holder => holder.AgentId != copy.AgentId);
            await closing.LeaveAsync(work, found, part);
            if (alone && found.Interaction is { IsConversation: true, SessionOpen: false })
                await closing.FinishIfLeftAsync(work, found);
            else if (alone)
                await closing.QueueAsync(work, found);
        }

        await found.SaveAsync(work);
    }

    private async ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        return await session.QueryAsync<T>(sql);
    }

    private async ValueTask ChangeAsync(Func<IUnitOfWork, ValueTask> change, CancellationToken cancellationToken) =>
        await store.RunAsync(
            async work =>
            {
                await change(work);
                return null;
            },
            cancellationToken);

    private sealed class Copy
    {
        public required string InteractionId { get; init; }
        public required string AgentId { get; init; }
    }
}
