namespace Parley.AspNetCore;

/// <summary>The routes of all contracts that the host serves.</summary>
internal sealed class OperationRoutes(IEnumerable<ContractRegistration> registrations)
{
    /// <summary>One group for each URL and method, in order of registration.</summary>
    public IReadOnlyList<OperationRouteGroup> Groups { get; } = OperationRouteGroup.From(registrations);

    /// <summary>The group of a URL and method; there is one.</summary>
    public OperationRouteGroup Find(string method, string template) => Groups.First(group => group.Method == method && group.Template == template);
}
