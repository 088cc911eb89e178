using ContactCenter.Agents;
using ContactCenter.Conversations;
using ContactCenter.Notifications;
using ContactCenter.Store;
using ContactCenter.Supervision;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>Answers to offers and invitations.</summary>
internal sealed class AcceptService(InteractionDesk desk, Offers offers, MonitorInvitations monitors, IInteractionMessages messages)
{
    /// <summary>
    /// Accepts: an offer makes the caller the owner and withdraws it from everybody else; an invitation into a conference lets the caller join, or
    /// fail to when the conversation has ended meanwhile (<c>JoinFailed</c>); an interaction in the caller's workbin is taken out. What was transferred
    /// after its conversation had ended goes straight into after-work.
    /// </summary>
    /// <param name="id">The interaction.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="nickname">Name in the conversation; null: the user name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<OperationFailure?> AcceptAsync(string id, Caller caller, string? nickname, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                var interaction = found.Interaction;
                var joined = part.IsSupervisor || part.State == States.InvitedConference;
                if (!joined)
                {
                    if (await work.IsLockedAsync(id))
                        return OperationFailure.Forbidden($"Interaction {id} is locked in the context of a snapshot.");
                    interaction.OwnerId = caller.AgentId;
                    interaction.TargetAgentId = null;
                    interaction.Workbin = null;
                    interaction.WorkbinAgentId = null;
                    found.Move(part, interaction is { IsConversation: true, SessionOpen: false } ? States.LeftChat : interaction.WorkingState);
                    interaction.State = part.State;
                    await offers.WithdrawAllAsync(work, found, conferences: false);
                }
                else
                {
                    if (part.IsSupervisor && !interaction.SessionOpen)
                        return OperationFailure.WrongState($"The session {id} has ended.");
                    found.Move(part, interaction is { IsConversation: true, SessionOpen: false } ? States.JoinFailed : interaction.WorkingState);
                    await Offers.ForgetAsync(work, found, caller.AgentId);
                }

                await IntroduceAsync(work, found, part, nickname);
                if (!joined && part.IsWorking)
                    await monitors.InviteAsync(work, found, part);
                return null;
            },
            cancellationToken);

    /// <summary>Declines an offer, which then goes to another agent, or an invitation.</summary>
    public ValueTask<OperationFailure?> RejectAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (part is { IsSupervisor: false, State: States.Invited })
                    await offers.DeclineAsync(work, found, caller.AgentId);
                else
                    await Offers.ForgetAsync(work, found, caller.AgentId);
                found.Move(part, States.Completed);
                messages.StatusChanged(work, found, part);
                return null;
            },
            cancellationToken);

    private async ValueTask IntroduceAsync(IUnitOfWork work, Case found, ParticipationRow part, string? nickname)
    {
        messages.StatusChanged(work, found, part, participants: false);
        if (!found.Interaction.IsConversation)
            return;

        part.Nickname = nickname ?? part.Nickname ?? (await work.FindAgentAsync(part.AgentId))?.UserName;
        TranscriptRow? entry = null;
        if (part.IsWorking)
        {
            var type = part.ParticipantId is null ? EntryTypes.ParticipantJoined : EntryTypes.ParticipantRejoined;
            part.ParticipantId ??= FormattableString.Invariant($"{++found.Interaction.LastParticipant}");
            entry = await Transcript.AddAsync(work, found, part, type);
        }

        messages.ParticipantsUpdated(work, found, part);
        var history = await Transcript.ReadHistoryAsync(work, found, part);
        if (history.Count > 0)
            messages.Log(work, found, part.AgentId, history);

        if (entry is null)
            return;
        foreach (var other in found.Working.Where(other => other.AgentId != part.AgentId && Transcript.MaySee(other, entry)))
        {
            messages.ParticipantsUpdated(work, found, other);
            messages.Log(work, found, other.AgentId, [entry]);
        }
    }
}
