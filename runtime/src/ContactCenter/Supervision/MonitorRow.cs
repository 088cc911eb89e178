namespace ContactCenter.Supervision;

/// <summary>One row of <c>monitors</c>.</summary>
internal sealed class MonitorRow
{
    public required string SupervisorId { get; init; }
    public required string AgentId { get; init; }
    public required string Mode { get; init; }
    public required string Scope { get; init; }
    public string? Nickname { get; init; }
    public string? SessionId { get; init; }
}
