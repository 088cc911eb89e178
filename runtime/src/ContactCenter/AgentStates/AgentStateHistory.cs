using ContactCenter.Store;
using Parley;

namespace ContactCenter.AgentStates;

/// <summary>Answers questions to the history of agents' states.</summary>
internal sealed class AgentStateHistory(IContactCenterStore store, TimeProvider time)
{
    /// <summary>Longest window.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(31);

    private const string Started = "(start_at >= @start AND start_at < @end)";
    private const string Ended = "(end_at >= @start AND end_at < @end)";
    private const string Lasting = "(start_at < @start AND (end_at IS NULL OR end_at >= @end))";

    /// <summary>Returns a page; one beyond the last is empty.</summary>
    public async ValueTask<Outcome<AgentStatePage>> QueryAsync(AgentStateQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!UtcText.TryRead(query.Start, out var start))
            return OperationFailure.InvalidMember("The value is not a date and time (#/start).");
        var end = now;
        if (query.End is { } text && !UtcText.TryRead(text, out end))
            return OperationFailure.InvalidMember("The value is not a date and time (#/end).");
        if (end < start)
            return OperationFailure.InvalidMember($"The window ends before it starts ({(query.End is null ? "#/start" : "#/end")}).");
        if (end - start > LongestWindow)
            return OperationFailure.InvalidMember("Request window size limit exceeded 31 days");

        var which = query.Include switch
        {
            AgentStateSelection.Started => Started,
            AgentStateSelection.StartedOrEnded => $"({Started} OR {Ended})",
            _ => $"({Started} OR {Ended} OR {Lasting})",
        };
        var where = query.AgentId is null ? which : $"{which} AND agent_id = @agentId";
        var parameters = new
        {
            start = Ceiling(start),
            end = Ceiling(end),
            agentId = query.AgentId,
            limit = query.Limit,
            offset = (query.Page - 1) * query.Limit,
        };

        await using var session = await store.ReadAsync(cancellationToken);
        var total = await session.ScalarAsync<long>($"SELECT count(*) FROM agent_state_history WHERE {where}", parameters);
        var rows = await session.QueryAsync<Row>(
            $"""
            SELECT agent_id, start_at, end_at, state, description FROM agent_state_history
            WHERE {where} ORDER BY start_at, agent_id, id LIMIT @limit OFFSET @offset
            """,
            parameters);
        var pages = (total + query.Limit - 1) / query.Limit;
        return new AgentStatePage([.. rows.Select(row => row.ToSpan())], query.Page, pages, total, now.ToUnixTimeMilliseconds());
    }

    // The history counts milliseconds; a bound between two of them lies before the later one.
    private static long Ceiling(DateTimeOffset moment)
    {
        var floor = moment.ToUnixTimeMilliseconds();
        return moment.Ticks % TimeSpan.TicksPerMillisecond == 0 ? floor : floor + 1;
    }

    private sealed class Row
    {
        public string AgentId { get; init; } = "";

        public long StartAt { get; init; }

        public long? EndAt { get; init; }

        public string State { get; init; } = "";

        public string Description { get; init; } = "";

        // "Fault" is an older name that readers accept and nobody writes.
        public AgentStateSpan ToSpan() => new(AgentId, StartAt, EndAt - StartAt, State == "Fault" ? "Failed" : State, Description);
    }
}
