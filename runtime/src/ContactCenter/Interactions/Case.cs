using ContactCenter.AgentStates;
using ContactCenter.Store;

namespace ContactCenter.Interactions;

/// <summary>
/// An interaction with everybody's copies of it, loaded for a change. Change the rows, then <see cref="SaveAsync"/> them; the version in the row
/// makes sure that a concurrent change of the same interaction is noticed.
/// </summary>
internal sealed class Case
{
    private readonly List<ParticipationRow> _participations;
    private readonly HashSet<string> _touched = [];

    private Case(InteractionRow interaction, IEnumerable<ParticipationRow> participations)
    {
        Interaction = interaction;
        _participations = [.. participations];
    }

    /// <summary>The interaction.</summary>
    public InteractionRow Interaction { get; }

    /// <summary>Everybody's copies, over ones included.</summary>
    public IReadOnlyList<ParticipationRow> Participations => _participations;

    /// <summary>Agents who work on it or do after-work; supervisors are not among them.</summary>
    public IEnumerable<ParticipationRow> Holders => _participations.Where(part => part.Holds);

    /// <summary>Agents and supervisors who take part now.</summary>
    public IEnumerable<ParticipationRow> Working => _participations.Where(part => part.IsWorking);

    /// <summary>Whether more than one agent works on it.</summary>
    public bool InConference => _participations.Count(part => part is { IsSupervisor: false, IsWorking: true }) > 1;

    /// <summary>Loads an interaction.</summary>
    /// <returns>Null when there is none of this id.</returns>
    public static async ValueTask<Case?> LoadAsync(IReadSession session, string id)
    {
        if (await session.FirstOrDefaultAsync<InteractionRow>("SELECT * FROM interactions WHERE id = @id", new { id }) is not { } row)
            return null;
        return new Case(row, await session.QueryAsync<ParticipationRow>(
            "SELECT * FROM participations WHERE interaction_id = @id ORDER BY since, agent_id", new { id }));
    }

    /// <summary>Stores a new interaction.</summary>
    public static async ValueTask<Case> CreateAsync(IUnitOfWork work, InteractionRow row)
    {
        await work.ExecuteAsync(
            """
            INSERT INTO interactions (id, channel, state, owner_id, version, queue, skill, target_agent_id, queued_at, received_at, completed_at,
                interaction_type, interaction_sub_type, user_data, customer_nickname, customer_address, subject, body, session_ended_at,
                last_index, last_participant, workbin, workbin_agent_id)
            VALUES (@Id, @Channel, @State, @OwnerId, @Version, @Queue, @Skill, @TargetAgentId, @QueuedAt, @ReceivedAt, @CompletedAt,
                @InteractionType, @InteractionSubType, @UserData, @CustomerNickname, @CustomerAddress, @Subject, @Body, @SessionEndedAt,
                @LastIndex, @LastParticipant, @Workbin, @WorkbinAgentId)
            """,
            row);
        return new Case(row, []);
    }

    /// <summary>A person's copy, or null when the person never had one.</summary>
    public ParticipationRow? Of(string agentId) => _participations.Find(part => part.AgentId == agentId);

    /// <summary>Gives a person a copy in a state, a new one or the one that the person had before.</summary>
    public ParticipationRow Join(string agentId, string role, string state)
    {
        if (Of(agentId) is not { } part)
        {
            part = new ParticipationRow { InteractionId = Interaction.Id, AgentId = agentId, Role = role, State = state };
            _participations.Add(part);
        }

        part.Role = role;
        part.State = state;
        part.SupervisorMode = null;
        part.MonitoredAgentId = null;
        _touched.Add(agentId);
        return part;
    }

    /// <summary>Moves a copy to a state.</summary>
    public void Move(ParticipationRow part, string state)
    {
        part.State = state;
        _touched.Add(part.AgentId);
    }

    /// <summary>Marks a copy as changed.</summary>
    public void Touch(ParticipationRow part) => _touched.Add(part.AgentId);

    /// <summary>Writes what has changed, and the agent-state history of those whose copies have changed.</summary>
    /// <exception cref="ConflictException">Somebody else has changed the interaction meanwhile.</exception>
    public async ValueTask SaveAsync(IUnitOfWork work)
    {
        await work.ExecuteOneAsync(
            """
            UPDATE interactions SET state = @State, owner_id = @OwnerId, version = version + 1, queue = @Queue, skill = @Skill,
                target_agent_id = @TargetAgentId, queued_at = @QueuedAt, completed_at = @CompletedAt, user_data = @UserData, subject = @Subject,
                session_ended_at = @SessionEndedAt, last_index = @LastIndex, last_participant = @LastParticipant,
                workbin = @Workbin, workbin_agent_id = @WorkbinAgentId
            WHERE id = @Id AND version = @Version
            """,
            Interaction);
        Interaction.Version++;
        foreach (var part in _participations.Where(part => _touched.Contains(part.AgentId)))
        {
            part.Since = work.Now;
            part.Version++;
            await work.ExecuteAsync(
                """
                INSERT INTO participations (interaction_id, agent_id, role, state, since, version, nickname, participant_id, supervisor_mode, monitored_agent_id)
                VALUES (@InteractionId, @AgentId, @Role, @State, @Since, @Version, @Nickname, @ParticipantId, @SupervisorMode, @MonitoredAgentId)
                ON CONFLICT (interaction_id, agent_id) DO UPDATE SET role = excluded.role, state = excluded.state, since = excluded.since,
                    version = excluded.version, nickname = excluded.nickname, participant_id = excluded.participant_id,
                    supervisor_mode = excluded.supervisor_mode, monitored_agent_id = excluded.monitored_agent_id
                """,
                part);
        }

        foreach (var agentId in _touched)
            await AgentActivity.RefreshAsync(work, agentId);
        _touched.Clear();
    }
}
