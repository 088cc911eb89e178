using ContactCenter.Interactions;
using ContactCenter.Notifications;
using ContactCenter.Store;

namespace ContactCenter.Supervision;

/// <summary>Invites supervisors into SMS sessions.</summary>
internal sealed class MonitorInvitations(IInteractionMessages messages)
{
    /// <summary>Invites everybody who monitors an agent into the session that the agent has just begun. A monitoring of the next session only is used up by it.</summary>
    public async ValueTask InviteAsync(IUnitOfWork work, Case found, ParticipationRow agent)
    {
        if (found.Interaction.Channel != Channels.Sms)
            return;
        var monitors = await work.QueryAsync<MonitorRow>(
            "SELECT * FROM monitors WHERE agent_id = @AgentId AND (scope = 'AllChats' OR session_id IS NULL) ORDER BY started_at, supervisor_id",
            new { agent.AgentId });
        foreach (var monitor in monitors)
        {
            // Who is in it already, as a supervisor or as an agent, is not asked again; it is the next session all the same.
            if (found.Of(monitor.SupervisorId) is not { IsOver: false })
                Invite(work, found, monitor.SupervisorId, agent.AgentId, monitor.Mode, monitor.Nickname);
            if (monitor.Scope == "NextChat")
            {
                await work.ExecuteAsync(
                    "UPDATE monitors SET session_id = @id WHERE supervisor_id = @SupervisorId AND agent_id = @AgentId",
                    new { id = found.Interaction.Id, monitor.SupervisorId, monitor.AgentId });
            }
        }
    }

    /// <summary>Invites one supervisor. Save the case afterwards.</summary>
    public void Invite(IUnitOfWork work, Case found, string supervisorId, string agentId, string mode, string? nickname)
    {
        var part = found.Join(supervisorId, Roles.Supervisor, States.Invited);
        part.SupervisorMode = mode;
        part.MonitoredAgentId = agentId;
        part.Nickname = nickname ?? part.Nickname;
        messages.StatusChanged(work, found, part, participants: false);
    }
}
