using ContactCenter.Interactions;
using ContactCenter.Store;

namespace ContactCenter.AgentStates;

/// <summary>
/// Keeps the agent-state history in step with presence and work, within the unit of work that changes either. An agent's items follow each other without
/// gaps and at most one is open; one that lasted less than a millisecond is kept too. Work goes before presence: <c>Busy</c> while something is offered or worked on, <c>Wrap</c> in after-work, <c>Failed</c>
/// when a session could not be joined, <c>Unexpected</c> after an offer that ran out unanswered.
/// </summary>
internal static class AgentActivity
{
    private const string LoggedOut = "LoggedOut";

    /// <summary>Brings an agent's history up to date. Call it after the rows of presence and work are written.</summary>
    public static async ValueTask RefreshAsync(IUnitOfWork work, string agentId)
    {
        var presence = await work.FirstOrDefaultAsync<PresenceRow>("SELECT * FROM presence WHERE agent_id = @agentId", new { agentId });
        var tasks = await work.QueryAsync<TaskRow>(
            """
            SELECT i.channel, p.state FROM participations p JOIN interactions i ON i.id = p.interaction_id
            WHERE p.agent_id = @agentId AND p.role = 'Agent'
                AND p.state IN ('Invited', 'InvitedConference', 'Chatting', 'Processing', 'LeftChat', 'JoinFailed')
            ORDER BY p.since, i.id
            """,
            new { agentId });
        var (state, description) = Current(presence, tasks);

        var open = await work.FirstOrDefaultAsync<OpenRow>(
            "SELECT start_at, state, description FROM agent_state_history WHERE agent_id = @agentId AND end_at IS NULL", new { agentId });
        // Who was never logged in has no history yet.
        if (open is null ? presence is null && tasks.Count == 0 : open.State == state && open.Description == description)
            return;

        if (open is not null && IsWork(open.State) && !IsWork(state))
        {
            await work.ExecuteAsync("UPDATE presence SET idle_since = @now WHERE agent_id = @agentId", new { now = work.Now, agentId });
            work.RequestRouting();
        }

        // A clock that was set back must not tear the sequence.
        var start = Math.Max(work.Now, open?.StartAt ?? 0);
        await work.ExecuteAsync(
            "UPDATE agent_state_history SET end_at = @start WHERE agent_id = @agentId AND end_at IS NULL", new { agentId, start });
        await work.ExecuteAsync(
            "INSERT INTO agent_state_history (agent_id, start_at, state, description) VALUES (@agentId, @start, @state, @description)",
            new { agentId, start, state, description });
    }

    private static (string State, string Description) Current(PresenceRow? presence, IReadOnlyList<TaskRow> tasks)
    {
        if (tasks.FirstOrDefault(task => task.State is not (States.LeftChat or States.JoinFailed)) is { } busy)
            return ("Busy", MediaType(busy.Channel));
        if (tasks.FirstOrDefault(task => task.State == States.JoinFailed) is { } failed)
            return ("Failed", MediaType(failed.Channel));
        if (tasks.Count > 0)
            return ("Wrap", MediaType(tasks[0].Channel));
        if (presence is null)
            return (LoggedOut, LoggedOut);
        return presence.MissedChannel is { } missed ? ("Unexpected", MediaType(missed)) : (presence.State, presence.Description);
    }

    private static bool IsWork(string state) => state is "Busy" or "Wrap" or "Failed";

    // The types of interaction as the contract of the agent states defines them.
    private static string MediaType(string channel) => channel switch
    {
        Channels.Chat or Channels.Sms => "Semi-Live",
        Channels.Email => "Non-Live",
        _ => "Live",
    };

    private sealed class PresenceRow
    {
        public required string State { get; init; }
        public required string Description { get; init; }
        public string? MissedChannel { get; init; }
    }

    private sealed class TaskRow
    {
        public required string Channel { get; init; }
        public required string State { get; init; }
    }

    private sealed class OpenRow
    {
        public long StartAt { get; init; }
        public required string State { get; init; }
        public required string Description { get; init; }
    }
}
