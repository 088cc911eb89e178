namespace ContactCenter.AgentStates;

/// <summary>Which states of a window are returned.</summary>
internal enum AgentStateSelection
{
    /// <summary>Begun in the window.</summary>
    Started,

    /// <summary>Begun or ended in it.</summary>
    StartedOrEnded,

    /// <summary>Begun or ended in it, or lasting through all of it.</summary>
    Processed,
}

/// <summary>A question to the history of agents' states.</summary>
internal sealed record AgentStateQuery
{
    /// <summary>Begin of the window: UTC in ISO 8601.</summary>
    public required string Start { get; init; }

    /// <summary>End of the window, which is not part of it; null: now.</summary>
    public string? End { get; init; }

    /// <summary>Which states.</summary>
    public AgentStateSelection Include { get; init; }

    /// <summary>Only this agent; null: all.</summary>
    public string? AgentId { get; init; }

    /// <summary>Number of the page, from 1.</summary>
    public long Page { get; init; } = 1;

    /// <summary>Items per page, 1 to 5000.</summary>
    public long Limit { get; init; } = 25;
}

/// <summary>One state of one agent.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="StartAt">When it began, in milliseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Duration">How long it lasted, in milliseconds; null while it lasts.</param>
/// <param name="State">The state; never <c>Fault</c>.</param>
/// <param name="Description">Name of the presence, or type of interaction.</param>
internal sealed record AgentStateSpan(string AgentId, long StartAt, long? Duration, string State, string Description);

/// <summary>A page of states.</summary>
/// <param name="Items">The states, by start and then agent.</param>
/// <param name="Page">Number of the page.</param>
/// <param name="PageCount">How many pages there are.</param>
/// <param name="TotalCount">How many states there are on all pages.</param>
/// <param name="UpTo">Time of the request, in milliseconds since 1970-01-01T00:00:00Z.</param>
internal sealed record AgentStatePage(IReadOnlyList<AgentStateSpan> Items, long Page, long PageCount, long TotalCount, long UpTo);
