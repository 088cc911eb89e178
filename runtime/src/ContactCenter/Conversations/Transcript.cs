using ContactCenter.Interactions;
using ContactCenter.Store;

namespace ContactCenter.Conversations;

/// <summary>
/// The transcript of a chat or SMS session. Every entry has an index, from 1 without gaps; who may see it follows from its visibility.
/// Save the case after adding: it holds the last index.
/// </summary>
internal static class Transcript
{
    private const string CustomerParticipant = "1";

    /// <summary>Adds an entry of an agent or supervisor, who sees and is seen as the role and mode allow.</summary>
    public static ValueTask<TranscriptRow> AddAsync(IUnitOfWork work, Case to, ParticipationRow from, string type, string? text = null)
    {
        var visibility = from.IsSupervisor ? Modes.Visibility(from.SupervisorMode) : Visibilities.All;
        return InsertAsync(work, new TranscriptRow
        {
            InteractionId = to.Interaction.Id,
            Idx = ++to.Interaction.LastIndex,
            Type = type,
            Text = text,
            Visibility = visibility,
            ParticipantType = "Agent",
            ParticipantId = from.ParticipantId ?? "",
            ParticipantNickname = from.Nickname ?? "",
            ParticipantVisibility = visibility,
            AgentId = from.AgentId,
            At = work.Now,
        });
    }

    /// <summary>Adds an entry of the customer.</summary>
    public static ValueTask<TranscriptRow> AddFromCustomerAsync(IUnitOfWork work, Case to, string type, string? text = null) =>
        InsertAsync(work, new TranscriptRow
        {
            InteractionId = to.Interaction.Id,
            Idx = ++to.Interaction.LastIndex,
            Type = type,
            Text = text,
            Visibility = Visibilities.All,
            ParticipantType = "Customer",
            ParticipantId = CustomerParticipant,
            ParticipantNickname = to.Interaction.CustomerNickname,
            ParticipantVisibility = Visibilities.All,
            At = work.Now,
        });

    /// <summary>Reads entries that a viewer may see, by ascending index.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="circle">The narrowest visibility that the viewer belongs to: All for the customer, Agents for agents, Supervisors for supervisors.</param>
    /// <param name="from">First index.</param>
    /// <param name="count">Most entries; 0: all.</param>
    public static ValueTask<IReadOnlyList<TranscriptRow>> ReadAsync(IReadSession session, string interactionId, string circle, long from = 0, long count = 0) =>
        session.QueryAsync<TranscriptRow>(
            """
            SELECT * FROM transcript
            WHERE interaction_id = @interactionId AND idx >= @from
                AND (visibility = 'All' OR (visibility = 'Agents' AND @circle <> 'All') OR @circle = 'Supervisors')
            ORDER BY idx LIMIT @limit
            """,
            new { interactionId, from, circle, limit = count == 0 ? long.MaxValue : count });

    /// <summary>Reads the history that the owner of a copy may see: what was said and who came and left. Who was typing is news, not history.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="of">The interaction.</param>
    /// <param name="part">The copy.</param>
    /// <param name="from">First index.</param>
    public static async ValueTask<IReadOnlyList<TranscriptRow>> ReadHistoryAsync(IReadSession session, Case of, ParticipationRow part, long from = 0)
    {
        var entries = await ReadAsync(session, of.Interaction.Id, part.IsSupervisor ? Visibilities.Supervisors : Visibilities.Agents, from);
        return [.. entries.Where(entry => entry.Type is not (EntryTypes.TypingStarted or EntryTypes.TypingStopped))];
    }

    /// <summary>Whether the owner of a copy may see an entry.</summary>
    public static bool MaySee(ParticipationRow part, TranscriptRow entry) =>
        entry.Visibility != Visibilities.Supervisors || part.IsSupervisor;

    private static async ValueTask<TranscriptRow> InsertAsync(IUnitOfWork work, TranscriptRow row)
    {
        await work.ExecuteAsync(
            """
            INSERT INTO transcript (interaction_id, idx, type, text, visibility, participant_type, participant_id, participant_nickname,
                participant_visibility, agent_id, at)
            VALUES (@InteractionId, @Idx, @Type, @Text, @Visibility, @ParticipantType, @ParticipantId, @ParticipantNickname,
                @ParticipantVisibility, @AgentId, @At)
            """,
            row);
        return row;
    }
}
