using ContactCenter.Conversations;
using ContactCenter.Notifications;
using ContactCenter.Store;

namespace ContactCenter.Interactions;

/// <summary>How a person's part in an interaction ends, and how the interaction goes on or is over. Save the case afterwards.</summary>
internal sealed class Closing(IInteractionMessages messages, Offers offers)
{
    /// <summary>
    /// Ends a person's part: the copy becomes <c>Completed</c>, ownership passes to one of those who remain, and they are told; agents in a conference
    /// with an agent who leaves it, that the agent has left the conference.
    /// </summary>
    public async ValueTask LeaveAsync(IUnitOfWork work, Case of, ParticipationRow part)
    {
        var conferred = !part.IsSupervisor && part.IsWorking && of.InConference;
        var spoke = of.Interaction.IsConversation && part.IsWorking && of.Interaction.SessionOpen;
        of.Move(part, States.Completed);
        if (of.Interaction.OwnerId == part.AgentId)
        {
            // Those who are still in it go before those in after-work.
            var next = of.Holders.OrderByDescending(holder => holder.IsWorking).FirstOrDefault();
            of.Interaction.OwnerId = next?.AgentId;
            if (next is not null)
                of.Interaction.State = next.State;
        }

        messages.StatusChanged(work, of, part);
        if (conferred)
        {
            // After the move: the message shows those who remain.
            foreach (var other in of.Working.Where(other => !other.IsSupervisor))
                messages.LeftConference(work, of, other, part.AgentId);
        }

        if (spoke)
            await TellLeftAsync(work, of, part);
    }

    /// <summary>
    /// Takes the last agent out of a session that stays open for the customer: the agent's copy becomes <c>LeftChat</c>. What the customer writes waits for the
    /// agent who takes the session next.
    /// </summary>
    public async ValueTask StepBackAsync(IUnitOfWork work, Case of, ParticipationRow part)
    {
        of.Interaction.State = States.LeftChat;
        var entry = await WithdrawAsync(work, of, part, States.LeftChat);
        messages.StatusChanged(work, of, part);
        messages.Log(work, of, part.AgentId, [entry]);
    }

    /// <summary>Takes a person out of the conversation into another state and tells those who remain; the person is not told.</summary>
    /// <returns>The entry in the transcript.</returns>
    public ValueTask<TranscriptRow> WithdrawAsync(IUnitOfWork work, Case of, ParticipationRow part, string state)
    {
        of.Move(part, state);
        return TellLeftAsync(work, of, part);
    }

    /// <summary>Ends the conversation: every agent in it goes into after-work. Supervisors stay until the interaction is over.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="of">The interaction.</param>
    /// <param name="by">The agent who ended it; null: the customer.</param>
    public async ValueTask EndSessionAsync(IUnitOfWork work, Case of, ParticipationRow? by)
    {
        var witnesses = of.Working.ToList();
        of.Interaction.SessionEndedAt = work.Now;
        var entry = by is null
            ? await Transcript.AddFromCustomerAsync(work, of, EntryTypes.ParticipantLeft)
            : await Transcript.AddAsync(work, of, by, EntryTypes.ParticipantLeft);
        foreach (var part in witnesses.Where(part => !part.IsSupervisor))
            of.Move(part, States.LeftChat);
        if (of.Interaction.OwnerId is not null)
            of.Interaction.State = States.LeftChat;

        foreach (var part in witnesses)
        {
            if (part.IsSupervisor)
                messages.ParticipantsUpdated(work, of, part);
            else
                messages.StatusChanged(work, of, part);
            messages.Log(work, of, part.AgentId, [entry]);
        }
    }

    /// <summary>Ends the interaction when no agent holds it any more.</summary>
    public async ValueTask FinishIfLeftAsync(IUnitOfWork work, Case of)
    {
        if (of.Holders.Any())
            return;
        of.Interaction.State = States.Completed;
        of.Interaction.OwnerId = null;
        of.Interaction.CompletedAt = work.Now;
        of.Interaction.SessionEndedAt ??= of.Interaction.IsConversation ? work.Now : null;
        await offers.WithdrawAllAsync(work, of, conferences: true);
        await DismissSupervisorsAsync(work, of);
    }

    /// <summary>Puts the interaction back into its queue, without an owner.</summary>
    public async ValueTask QueueAsync(IUnitOfWork work, Case of)
    {
        of.Interaction.State = States.Queued;
        of.Interaction.OwnerId = null;
        of.Interaction.QueuedAt = work.Now;
        of.Interaction.Workbin = null;
        of.Interaction.WorkbinAgentId = null;
        await offers.WithdrawAllAsync(work, of, conferences: true);
        await DismissSupervisorsAsync(work, of);
        work.RequestRouting();
    }

    private async ValueTask<TranscriptRow> TellLeftAsync(IUnitOfWork work, Case of, ParticipationRow part)
    {
        var entry = await Transcript.AddAsync(work, of, part, EntryTypes.ParticipantLeft);
        foreach (var other in of.Working.Where(other => Transcript.MaySee(other, entry)))
        {
            messages.ParticipantsUpdated(work, of, other);
            messages.Log(work, of, other.AgentId, [entry]);
        }

        return entry;
    }

    private async ValueTask DismissSupervisorsAsync(IUnitOfWork work, Case of)
    {
        foreach (var part in of.Participations.Where(part => part.IsSupervisor && !part.IsOver).ToList())
            offers.Revoke(work, of, part);
        await work.ExecuteAsync("DELETE FROM monitors WHERE session_id = @id", new { id = of.Interaction.Id });
    }
}
