namespace ContactCenter.Agents;

/// <summary>One row of <c>agents</c>.</summary>
internal sealed class AgentRow
{
    public required string Id { get; init; }
    public required string UserName { get; init; }
    public required string Nickname { get; init; }
    public required string Permissions { get; init; }
    public required string Features { get; init; }
}
