using ContactCenter.Interactions;
using ContactCenter.Store;

namespace ContactCenter.Routing;

/// <summary>An offer or a remembered decline whose time is over.</summary>
internal sealed class DueOffer
{
    public required string InteractionId { get; init; }
    public required string AgentId { get; init; }
    public required string Kind { get; init; }
    public required string State { get; init; }
}

/// <summary>An interaction that waits for an agent.</summary>
internal sealed class WaitingInteraction
{
    public required string Id { get; init; }
    public long QueuedAt { get; init; }
}

/// <summary>What routing asks the store. Only looking for an agent is part of a unit of work; the rest reads beside the writers.</summary>
internal sealed class RoutingQueries(IContactCenterStore store, TimeProvider time, int offersAtOnce)
{
    /// <summary>How many interactions one question returns at most.</summary>
    public const int Page = 100;

    // An agent who is ready and has no work.
    private const string Free =
        """
        p.state = 'Ready'
            AND EXISTS (SELECT 1 FROM agents a WHERE a.id = p.agent_id AND a.permissions LIKE '%"Agent"%')
            AND NOT EXISTS (SELECT 1 FROM participations w WHERE w.agent_id = p.agent_id AND w.role = 'Agent'
                AND w.state IN ('Invited', 'InvitedConference', 'Chatting', 'Processing', 'LeftChat', 'JoinFailed'))
        """;

    private const string Waiting =
        $"""
        WITH free AS MATERIALIZED (SELECT p.agent_id FROM presence p WHERE {Free})
        SELECT i.id, i.queued_at FROM interactions i
        WHERE i.state = 'Queued' AND i.target_agent_id IS NULL AND (i.queued_at, i.id) > (@afterQueuedAt, @afterId)
            AND i.id NOT IN (SELECT interaction_id FROM snapshot_locks)
            AND EXISTS (SELECT 1 FROM free f
                JOIN contact_center_sessions s ON s.agent_id = f.agent_id AND s.channel = i.channel
                WHERE (i.skill IS NULL OR EXISTS (SELECT 1 FROM agent_skills k WHERE k.agent_id = f.agent_id AND k.skill = i.skill))
                    AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.agent_id = f.agent_id AND o.interaction_id = i.id))
            AND (SELECT COUNT(*) FROM participations t WHERE t.interaction_id = i.id AND t.role = 'Agent' AND t.state = 'Invited') < @offersAtOnce
        ORDER BY i.queued_at, i.id LIMIT @page
        """;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Offers and declines whose time is over, the oldest first.</summary>
    public async ValueTask<IReadOnlyList<DueOffer>> DueAsync(CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        return await session.QueryAsync<DueOffer>(
            "SELECT interaction_id, agent_id, kind, state FROM offers WHERE due_at <= @now ORDER BY due_at, agent_id", new { now = Now });
    }

    /// <summary>The time, and when the next offer or decline runs out, in milliseconds since 1970-01-01T00:00:00Z; null when there is none.</summary>
    public async ValueTask<(long Now, long? Next)> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        return (Now, await session.ScalarAsync<long?>("SELECT MIN(due_at) FROM offers"));
    }

    /// <summary>Interactions that wait for more offers than they have and that an agent who is free now could be offered, by waiting time.</summary>
    /// <param name="after">The last of the page before; null: from the start.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>At most <see cref="Page"/>; none when no agent is free.</returns>
    public async ValueTask<IReadOnlyList<WaitingInteraction>> WaitingAsync(WaitingInteraction? after, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        if (await session.ScalarAsync<long>($"SELECT EXISTS (SELECT 1 FROM presence p WHERE {Free})") == 0)
            return [];
        return await session.QueryAsync<WaitingInteraction>(
            Waiting, new { afterQueuedAt = after?.QueuedAt ?? long.MinValue, afterId = after?.Id ?? "", offersAtOnce, page = Page });
    }

    /// <summary>Agents who may be offered an interaction, who has been idle longest first.</summary>
    public static ValueTask<IReadOnlyList<string>> FreeAsync(IReadSession session, InteractionRow interaction, int count) =>
        session.QueryAsync<string>(
            $"""
            SELECT p.agent_id FROM presence p
            WHERE {Free}
                AND EXISTS (SELECT 1 FROM contact_center_sessions s WHERE s.agent_id = p.agent_id AND s.channel = @Channel)
                AND (@Skill IS NULL OR EXISTS (SELECT 1 FROM agent_skills k WHERE k.agent_id = p.agent_id AND k.skill = @Skill))
                AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.agent_id = p.agent_id AND o.interaction_id = @Id)
            ORDER BY p.idle_since, p.agent_id LIMIT @count
            """,
            new { interaction.Id, interaction.Channel, interaction.Skill, count });
}
