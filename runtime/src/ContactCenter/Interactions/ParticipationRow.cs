namespace ContactCenter.Interactions;

/// <summary>One row of <c>participations</c>: an agent's or supervisor's copy of an interaction.</summary>
internal sealed class ParticipationRow
{
    public required string InteractionId { get; init; }
    public required string AgentId { get; init; }
    public required string Role { get; set; }
    public required string State { get; set; }
    public long Since { get; set; }
    public long Version { get; set; }
    public string? Nickname { get; set; }
    public string? ParticipantId { get; set; }
    public string? SupervisorMode { get; set; }
    public string? MonitoredAgentId { get; set; }

    /// <summary>Whether the copy belongs to a supervisor.</summary>
    public bool IsSupervisor => Role == Roles.Supervisor;

    /// <summary>Whether the person has been asked and has not answered.</summary>
    public bool IsInvited => State is States.Invited or States.InvitedConference;

    /// <summary>Whether the person takes part now.</summary>
    public bool IsWorking => State is States.Chatting or States.Processing;

    /// <summary>Whether an agent, not a supervisor, works on it or does after-work.</summary>
    public bool Holds => !IsSupervisor && (IsWorking || State is States.LeftChat or States.JoinFailed);

    /// <summary>Whether nothing more can happen to this copy.</summary>
    public bool IsOver => State is States.Completed or States.Revoked;
}
