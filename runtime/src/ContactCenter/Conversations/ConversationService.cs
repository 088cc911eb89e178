using ContactCenter.Interactions;
using ContactCenter.Notifications;
using Parley;

namespace ContactCenter.Conversations;

/// <summary>What agents and supervisors do in a chat or SMS session.</summary>
internal sealed class ConversationService(InteractionDesk desk, Closing closing, IInteractionMessages messages)
{
    /// <summary>Sends a message. A supervisor in mode Coach reaches agents only, one in mode Monitor may not send.</summary>
    public ValueTask<OperationFailure?> SendAsync(string id, Caller caller, string text, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (part is { IsSupervisor: true, SupervisorMode: Modes.Monitor })
                    return OperationFailure.Forbidden("A supervisor in mode Monitor may not send messages.");
                if (!found.Interaction.SessionOpen)
                    return OperationFailure.WrongState($"The session {id} has ended.");
                var entry = await Transcript.AddAsync(work, found, part, EntryTypes.Text, text);
                foreach (var other in found.Working.Where(other => Transcript.MaySee(other, entry)))
                    messages.Log(work, found, other.AgentId, [entry]);
                return null;
            },
            cancellationToken);

    /// <summary>Tells the other participants that the caller has started or stopped typing.</summary>
    public ValueTask<OperationFailure?> TypeAsync(string id, Caller caller, bool started, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                var entry = await Transcript.AddAsync(work, found, part, started ? EntryTypes.TypingStarted : EntryTypes.TypingStopped);
                foreach (var other in found.Working.Where(other => other.AgentId != caller.AgentId && Transcript.MaySee(other, entry)))
                    messages.Log(work, found, other.AgentId, [entry]);
                return null;
            },
            cancellationToken);

    /// <summary>Ends the conversation for everybody; the agents go into after-work.</summary>
    public ValueTask<OperationFailure?> EndAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                await closing.EndSessionAsync(work, found, part);
                return null;
            },
            cancellationToken);

    /// <summary>
    /// Leaves the session: the last agent goes into after-work while the session stays open for the customer; a supervisor, or an agent whom others remain
    /// with, is through with it.
    /// </summary>
    public ValueTask<OperationFailure?> LeaveAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                if (part.IsSupervisor || found.InConference)
                    await closing.LeaveAsync(work, found, part);
                else
                    await closing.StepBackAsync(work, found, part);
                return null;
            },
            cancellationToken);

    /// <summary>Sends the transcript without typing to the caller, from an index on. Nothing is sent when there is no entry from there on.</summary>
    public ValueTask<OperationFailure?> RequestHistoryAsync(string id, Caller caller, long fromIndex, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            async (work, found, part) =>
            {
                var history = await Transcript.ReadHistoryAsync(work, found, part, fromIndex);
                if (history.Count > 0)
                    messages.Log(work, found, caller.AgentId, history);
                return null;
            },
            cancellationToken);
}
