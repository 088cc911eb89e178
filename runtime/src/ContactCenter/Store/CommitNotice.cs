namespace ContactCenter.Store;

/// <summary>What a commit may have set in motion.</summary>
/// <param name="Agents">Agents who have new notifications.</param>
/// <param name="RoutingMayHaveWork">Whether routing should look again.</param>
internal sealed record CommitNotice(IReadOnlyCollection<string> Agents, bool RoutingMayHaveWork);
