using ContactCenter.Store;

namespace ContactCenter.Agents;

/// <summary>Reads about agents, within a session of the store.</summary>
internal static class AgentDirectory
{
    /// <summary>Finds an agent by identifier.</summary>
    public static ValueTask<AgentRow?> FindAgentAsync(this IReadSession session, string id) =>
        session.FirstOrDefaultAsync<AgentRow>("SELECT id, user_name, nickname, permissions, features FROM agents WHERE id = @id", new { id });

    /// <summary>Whether there is an account of this identifier with the permission Agent.</summary>
    public static async ValueTask<bool> IsAgentAsync(this IReadSession session, string id) =>
        await session.FindAgentAsync(id) is { } account && account.Permissions.Contains("\"Agent\"", StringComparison.Ordinal);

    /// <summary>Whether the agent's contact center session includes a channel.</summary>
    public static async ValueTask<bool> WorksOnAsync(this IReadSession session, string agentId, string channel) =>
        await session.ScalarAsync<long>(
            "SELECT COUNT(*) FROM contact_center_sessions WHERE agent_id = @agentId AND channel = @channel", new { agentId, channel }) > 0;

    /// <summary>Whether a queue of this name exists.</summary>
    public static async ValueTask<bool> HasQueueAsync(this IReadSession session, string queue) =>
        await session.ScalarAsync<long>("SELECT COUNT(*) FROM queues WHERE name = @queue", new { queue }) > 0;

    /// <summary>Whether an interaction is locked in the context of a snapshot.</summary>
    public static async ValueTask<bool> IsLockedAsync(this IReadSession session, string interactionId) =>
        await session.ScalarAsync<long>("SELECT COUNT(*) FROM snapshot_locks WHERE interaction_id = @interactionId", new { interactionId }) > 0;
}
