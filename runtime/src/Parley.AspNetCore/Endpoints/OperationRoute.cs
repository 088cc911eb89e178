namespace Parley.AspNetCore;

/// <summary>One contract's answer to one method of one URL.</summary>
internal sealed record OperationRoute(ContractRegistration Registration, ResourceDescriptor Resource, ResourceMethodDescriptor Method);

/// <summary>All contracts that answer one method of one URL; with several of them the channel of the resource decides.</summary>
internal sealed class OperationRouteGroup
{
    private OperationRouteGroup(string method, string template, IReadOnlyList<OperationRoute> routes)
    {
        Method = method;
        Template = template;
        Routes = routes;
        Default = routes.FirstOrDefault(route => route.Resource.Channel is null) ?? routes[0];
        NeedsIdentity = routes.All(route => route.Method.Operations.All(operation => operation.Permissions.Count + operation.Features.Count > 0));
        Parameters = new PathParameters(template);
    }

    public string Method { get; }

    public string Template { get; }

    public IReadOnlyList<OperationRoute> Routes { get; }

    /// <summary>Answers for channels that nobody claims, and for failures before the channel is known.</summary>
    public OperationRoute Default { get; }

    /// <summary>Whether no operation here is open to anonymous callers, so that one can be turned away before anything is read.</summary>
    public bool NeedsIdentity { get; }

    /// <summary>Whether the channel of the resource has to be asked for.</summary>
    public bool IsShared => Routes.Count > 1 || Default.Resource.Channel is not null;

    public PathParameters Parameters { get; }

    /// <summary>The route for a channel, or null when no contract answers for it.</summary>
    public OperationRoute? ForChannel(string? channel) =>
        Routes.FirstOrDefault(route => channel is not null && route.Resource.Channel == channel)
        ?? Routes.FirstOrDefault(route => route.Resource.Channel is null);

    /// <summary>Groups the routes of all contracts by URL and method, in order of registration.</summary>
    /// <exception cref="InvalidOperationException">Two contracts claim the same channel, or none, on the same URL and method.</exception>
    public static IReadOnlyList<OperationRouteGroup> From(IEnumerable<ContractRegistration> registrations)
    {
        var routes =
            from registration in registrations
            from resource in registration.Contract.Resources
            from method in resource.Methods
            select new OperationRoute(registration, resource, method);

        return [.. routes.GroupBy(route => (route.Method.Method, route.Resource.Template)).Select(group =>
        {
            if (group.GroupBy(route => route.Resource.Channel).FirstOrDefault(same => same.Count() > 1) is { } clash)
            {
                var names = string.Join(" and ", clash.Select(route => route.Registration.Contract.Name));
                throw new InvalidOperationException(
                    $"The contracts {names} both answer {group.Key.Method} {group.Key.Template} for {(clash.Key is null ? "any channel" : $"the channel '{clash.Key}'")}.");
            }

            return new OperationRouteGroup(group.Key.Method, group.Key.Template, [.. group]);
        })];
    }
}
