using ContactCenter.Agents;
using ContactCenter.Interactions;
using ContactCenter.Notifications;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Supervision;

/// <summary>A supervisor's way into the SMS sessions of an agent.</summary>
internal sealed class SupervisionService(
    IContactCenterStore store, InteractionDesk desk, MonitorInvitations invitations, Closing closing, IInteractionMessages messages)
{
    /// <summary>Starts monitoring an agent, in place of the caller's earlier monitoring of the same agent. Sessions that are active stay untouched; Intrude reaches them.</summary>
    /// <param name="supervisorId">The caller.</param>
    /// <param name="agentId">Whom to monitor.</param>
    /// <param name="mode">Of <see cref="Modes"/>.</param>
    /// <param name="scope">NextChat or AllChats.</param>
    /// <param name="nickname">Name in the sessions; null: the user name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<OperationFailure?> MonitorAsync(
        string supervisorId, string agentId, string mode, string scope, string? nickname, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (agentId == supervisorId || !await work.IsAgentAsync(agentId))
                    return OperationFailure.NotFound($"There is no agent {agentId} whom the caller could monitor.");
                await work.ExecuteAsync(
                    """
                    INSERT INTO monitors (supervisor_id, agent_id, mode, scope, nickname, started_at)
                    VALUES (@supervisorId, @agentId, @mode, @scope, @nickname, @now)
                    ON CONFLICT (supervisor_id, agent_id) DO UPDATE SET mode = excluded.mode, scope = excluded.scope, nickname = excluded.nickname,
                        started_at = excluded.started_at, session_id = NULL
                    """,
                    new { supervisorId, agentId, mode, scope, nickname, now = work.Now });
                return null;
            },
            cancellationToken);

    /// <summary>Stops monitoring an agent. Sessions that the caller has joined stay joined.</summary>
    public ValueTask<OperationFailure?> CancelAsync(string supervisorId, string agentId, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (!await work.IsAgentAsync(agentId))
                    return OperationFailure.NotFound($"There is no agent {agentId}.");
                var stopped = await work.ExecuteAsync(
                    "DELETE FROM monitors WHERE supervisor_id = @supervisorId AND agent_id = @agentId", new { supervisorId, agentId });
                return stopped > 0 ? null : OperationFailure.WrongState("The agent is not monitored by the caller.");
            },
            cancellationToken);

    /// <summary>
    /// Invites the caller, who monitors the agent, into an active session of the agent. A caller who is invited or takes part already is invited again, in the
    /// new mode.
    /// </summary>
    /// <param name="supervisorId">The caller.</param>
    /// <param name="agentId">Whose session it is.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="mode">How to take part; null: as the agent is being monitored.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<OperationFailure?> IntrudeAsync(
        string supervisorId, string agentId, string sessionId, string? mode, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (!await work.IsAgentAsync(agentId))
                    return OperationFailure.NotFound($"There is no agent {agentId}.");
                if (await Case.LoadAsync(work, sessionId) is not { Interaction.Channel: Channels.Sms } found
                    || found.Of(agentId) is not { IsSupervisor: false } agent)
                {
                    return OperationFailure.NotFound($"Agent {agentId} has no SMS session {sessionId}.");
                }

                var monitor = await work.FirstOrDefaultAsync<MonitorRow>(
                    "SELECT * FROM monitors WHERE supervisor_id = @supervisorId AND agent_id = @agentId", new { supervisorId, agentId });
                if (monitor is null)
                    return OperationFailure.WrongState("The agent is not monitored by the caller.");
                if (monitor.SessionId is { } only && only != sessionId)
                    return OperationFailure.WrongState($"The caller monitors only the SMS session {only} of the agent.");
                if (!agent.IsWorking || !found.Interaction.SessionOpen)
                    return OperationFailure.WrongState($"The SMS session {sessionId} is not active: the agent's state in it is {agent.State}.");
                if (found.Of(supervisorId) is { IsOver: false } present)
                {
                    if (!present.IsSupervisor)
                        return OperationFailure.WrongState($"The caller takes part in the SMS session {sessionId} as an agent.");
                    if (present.IsWorking)
                        await closing.WithdrawAsync(work, found, present, States.Invited);
                }

                invitations.Invite(work, found, supervisorId, agentId, mode ?? monitor.Mode, monitor.Nickname);
                await found.SaveAsync(work);
                return null;
            },
            cancellationToken);

    /// <summary>Changes the mode in which the caller takes part as a supervisor.</summary>
    public ValueTask<OperationFailure?> SwitchAsync(string sessionId, Caller caller, string mode, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            sessionId,
            caller,
            (work, found, part) =>
            {
                if (!part.IsSupervisor)
                    return OperationFailure.Forbidden("The caller does not take part in the session as a supervisor.");
                var before = Modes.Visibility(part.SupervisorMode);
                part.SupervisorMode = mode;
                found.Touch(part);
                messages.StatusChanged(work, found, part);
                if (Modes.Visibility(mode) == before)
                    return null;
                foreach (var other in found.Working.Where(other => other.AgentId != caller.AgentId))
                    messages.ParticipantsUpdated(work, found, other);
                return null;
            },
            cancellationToken);
}
