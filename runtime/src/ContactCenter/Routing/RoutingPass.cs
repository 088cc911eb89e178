using ContactCenter.Interactions;
using ContactCenter.Store;
using Microsoft.Extensions.Options;

namespace ContactCenter.Routing;

/// <summary>
/// One look of routing at the whole contact center: takes back offers that have run out, forgets declines that are old, and offers what waits to the agents who
/// have been idle longest. Everything it knows stands in the store, so it goes on after a restart where it stopped.
/// </summary>
internal sealed class RoutingPass(IContactCenterStore store, Offers offers, IOptions<RoutingOptions> options)
{
    /// <summary>Does it.</summary>
    /// <returns>When the next offer or decline runs out, in milliseconds since 1970-01-01T00:00:00Z; null when there is none.</returns>
    public async ValueTask<long?> RunAsync(CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        var changed = await ExpireAsync(work);
        foreach (var id in await WaitingAsync(work))
            changed |= await OfferAsync(work, id);
        var next = await work.ScalarAsync<long?>("SELECT MIN(due_at) FROM offers");
        if (changed)
            await work.CommitAsync(cancellationToken);
        return next;
    }

    private async ValueTask<bool> ExpireAsync(IUnitOfWork work)
    {
        var due = await work.QueryAsync<OfferRow>("SELECT * FROM offers WHERE due_at <= @now ORDER BY due_at, agent_id", new { now = work.Now });
        foreach (var offer in due)
        {
            var found = (await Case.LoadAsync(work, offer.InteractionId))!;
            if (offer.State != "Open" || offer.Kind == OfferKinds.Conference)
                await Offers.ForgetAsync(work, found, offer.AgentId);
            else
                await offers.DeclineAsync(work, found, offer.AgentId);
            if (offer.State == "Open" && found.Of(offer.AgentId) is { IsInvited: true, IsSupervisor: false } part)
            {
                await work.ExecuteAsync(
                    "UPDATE presence SET missed_channel = @Channel WHERE agent_id = @AgentId", new { found.Interaction.Channel, offer.AgentId });
                offers.Revoke(work, found, part);
                await found.SaveAsync(work);
            }
        }

        return due.Count > 0;
    }

    private static ValueTask<IReadOnlyList<string>> WaitingAsync(IUnitOfWork work) =>
        work.QueryAsync<string>(
            """
            SELECT id FROM interactions WHERE state = 'Queued' AND target_agent_id IS NULL
                AND id NOT IN (SELECT interaction_id FROM snapshot_locks)
            ORDER BY queued_at, id
            """);

    private async ValueTask<bool> OfferAsync(IUnitOfWork work, string id)
    {
        var found = (await Case.LoadAsync(work, id))!;
        var missing = options.Value.OffersAtOnce - found.Participations.Count(part => part is { IsSupervisor: false, State: States.Invited });
        if (missing <= 0)
            return false;
        var agents = await work.QueryAsync<string>(
            """
            SELECT p.agent_id FROM presence p
            WHERE p.state = 'Ready'
                AND EXISTS (SELECT 1 FROM contact_center_sessions s WHERE s.agent_id = p.agent_id AND s.channel = @channel)
                AND EXISTS (SELECT 1 FROM agents a WHERE a.id = p.agent_id AND a.permissions LIKE '%"Agent"%')
                AND (@skill IS NULL OR EXISTS (SELECT 1 FROM agent_skills k WHERE k.agent_id = p.agent_id AND k.skill = @skill))
                AND NOT EXISTS (SELECT 1 FROM participations w WHERE w.agent_id = p.agent_id AND w.role = 'Agent'
                    AND w.state IN ('Invited', 'InvitedConference', 'Chatting', 'Processing', 'LeftChat', 'JoinFailed'))
                AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.agent_id = p.agent_id AND o.interaction_id = @id)
            ORDER BY p.idle_since, p.agent_id LIMIT @missing
            """,
            new { id, channel = found.Interaction.Channel, skill = found.Interaction.Skill, missing });
        foreach (var agent in agents)
            await offers.MakeAsync(work, found, agent, OfferKinds.Routed);
        if (agents.Count > 0)
            await found.SaveAsync(work);
        return agents.Count > 0;
    }

    private sealed class OfferRow
    {
        public required string InteractionId { get; init; }
        public required string AgentId { get; init; }
        public required string Kind { get; init; }
        public required string State { get; init; }
    }
}
