using ContactCenter.Notifications;
using ContactCenter.Routing;
using ContactCenter.Store;
using Microsoft.Extensions.Options;

namespace ContactCenter.Interactions;

/// <summary>Offers of interactions to agents: made, withdrawn, declined. Save the case afterwards.</summary>
internal sealed class Offers(IInteractionMessages messages, IOptions<RoutingOptions> options)
{
    /// <summary>Offers an interaction to an agent until the offer timeout has passed.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="of">The interaction.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="kind">Of <see cref="OfferKinds"/>.</param>
    public async ValueTask MakeAsync(IUnitOfWork work, Case of, string agentId, string kind)
    {
        await work.ExecuteAsync(
            """
            INSERT INTO offers (interaction_id, agent_id, kind, state, due_at) VALUES (@id, @agentId, @kind, 'Open', @due)
            ON CONFLICT (interaction_id, agent_id) DO UPDATE SET kind = excluded.kind, state = excluded.state, due_at = excluded.due_at
            """,
            new { id = of.Interaction.Id, agentId, kind, due = work.Now + (long)options.Value.OfferTimeout.TotalMilliseconds });
        await work.ExecuteAsync("UPDATE presence SET missed_channel = NULL WHERE agent_id = @agentId", new { agentId });
        var part = of.Join(agentId, Roles.Agent, kind == OfferKinds.Conference ? States.InvitedConference : States.Invited);
        messages.StatusChanged(work, of, part);
        work.RequestRouting();
    }

    /// <summary>Takes back every offer that is open, and forgets who has declined.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="of">The interaction.</param>
    /// <param name="conferences">Whether invitations into a conference are taken back too.</param>
    public async ValueTask WithdrawAllAsync(IUnitOfWork work, Case of, bool conferences)
    {
        foreach (var part in of.Participations.Where(part => !part.IsSupervisor && part.IsInvited).ToList())
        {
            if (part.State == States.InvitedConference && !conferences)
                continue;
            Revoke(work, of, part);
        }

        await work.ExecuteAsync(
            "DELETE FROM offers WHERE interaction_id = @id AND (kind <> 'Conference' OR @conferences)",
            new { id = of.Interaction.Id, conferences });
    }

    /// <summary>
    /// Takes back the open offers of an interaction that nobody is to take now; who has declined stays remembered. A target of a transfer loses it. Saves the
    /// case.
    /// </summary>
    public async ValueTask WithholdAsync(IUnitOfWork work, string interactionId)
    {
        var found = (await Case.LoadAsync(work, interactionId))!;
        found.Interaction.TargetAgentId = null;
        foreach (var part in found.Participations.Where(part => part is { IsSupervisor: false, State: States.Invited }).ToList())
        {
            await ForgetAsync(work, found, part.AgentId);
            Revoke(work, found, part);
        }

        await found.SaveAsync(work);
    }

    /// <summary>Takes back a person's invitation.</summary>
    public void Revoke(IUnitOfWork work, Case of, ParticipationRow part)
    {
        of.Move(part, States.Revoked);
        messages.StatusChanged(work, of, part);
        work.RequestRouting();
    }

    /// <summary>Remembers that an agent is not to be offered the interaction for a while.</summary>
    public async ValueTask DeclineAsync(IUnitOfWork work, Case of, string agentId)
    {
        await work.ExecuteAsync(
            """
            INSERT INTO offers (interaction_id, agent_id, kind, state, due_at) VALUES (@id, @agentId, 'Routed', 'Declined', @due)
            ON CONFLICT (interaction_id, agent_id) DO UPDATE SET kind = excluded.kind, state = excluded.state, due_at = excluded.due_at
            """,
            new { id = of.Interaction.Id, agentId, due = work.Now + (long)options.Value.RetryDelay.TotalMilliseconds });
        if (of.Interaction.TargetAgentId == agentId)
            of.Interaction.TargetAgentId = null;
        work.RequestRouting();
    }

    /// <summary>Forgets one agent's offer.</summary>
    public static async ValueTask ForgetAsync(IUnitOfWork work, Case of, string agentId) =>
        await work.ExecuteAsync("DELETE FROM offers WHERE interaction_id = @id AND agent_id = @agentId", new { id = of.Interaction.Id, agentId });
}
