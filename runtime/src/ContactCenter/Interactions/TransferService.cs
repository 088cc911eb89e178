using ContactCenter.Store;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>
/// Transfers. The caller's part is over at once; the interaction has no owner until the target accepts. A target that declines or does not answer loses it:
/// it then waits in its queue for anybody.
/// </summary>
internal sealed class TransferService(InteractionDesk desk, Closing closing, Offers offers)
{
    /// <summary>Transfers to an agent, who is offered it at once whatever the presence is.</summary>
    public ValueTask<OperationFailure?> ToAgentAsync(string id, Caller caller, string targetId, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (await Colleague.CheckAsync(work, found, caller, targetId, "#/targetId") is { } unsuitable)
                    return unsuitable;
                if (Ownership.CheckAlone(found, part) is { } failure)
                    return failure;
                found.Interaction.TargetAgentId = targetId;
                await closing.LeaveAsync(work, found, part);
                await closing.QueueAsync(work, found);
                await offers.DeclineAsync(work, found, caller.AgentId);
                await offers.MakeAsync(work, found, targetId, OfferKinds.Direct);
                return null;
            },
            cancellationToken);

    /// <summary>Transfers to the agents with a skill, as routing finds them.</summary>
    public ValueTask<OperationFailure?> ToSkillAsync(string id, Caller caller, string skill, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                var agents = await work.ScalarAsync<long>("SELECT COUNT(*) FROM agent_skills WHERE skill = @skill", new { skill });
                if (agents == 0)
                    return OperationFailure.InvalidMember($"No agent has the skill \"{skill}\" (#/skill).");
                if (Ownership.CheckAlone(found, part) is { } failure)
                    return failure;
                found.Interaction.TargetAgentId = null;
                found.Interaction.Skill = skill;
                await closing.LeaveAsync(work, found, part);
                await closing.QueueAsync(work, found);
                await offers.DeclineAsync(work, found, caller.AgentId);
                return null;
            },
            cancellationToken);
}
