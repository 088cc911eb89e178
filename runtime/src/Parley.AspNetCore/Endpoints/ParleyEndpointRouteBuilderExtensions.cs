using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Parley.AspNetCore;

/// <summary>Maps the operations of all contracts.</summary>
public static class ParleyEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps one endpoint for each URL and method of the contracts that were added to <see cref="ParleyServiceCollectionExtensions.AddParley"/>.
    /// The result takes conventions for all of them, such as <c>.RequireRateLimiting("…")</c>.
    /// </summary>
    /// <param name="endpoints">Where to.</param>
    /// <exception cref="InvalidOperationException">Two contracts claim the same URL, method and channel; or <c>AddParley</c> was not called.</exception>
    public static IEndpointConventionBuilder MapParley(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var runner = services.GetService<OperationRunner>() ?? throw new InvalidOperationException("Call services.AddParley() before app.MapParley().");
        var options = services.GetRequiredService<IOptions<ParleyOptions>>().Value;

        var groups = services.GetRequiredService<OperationRoutes>().Groups;
        if (groups.Any(group => group.IsShared) && !services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IResourceChannelResolver)))
            throw new InvalidOperationException($"A contract claims a channel of a shared URL: register an {nameof(IResourceChannelResolver)}.");

        // No RouteGroupBuilder: it would put its own prefix into every pattern that the contract fixes.
        return new EndpointConventions([.. groups.Select(group => Map(endpoints, group, runner, options))]);
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, OperationRouteGroup group, OperationRunner runner, ParleyOptions options)
    {
        var endpoint = new OperationEndpoint(group, runner, options);
        return endpoints
            .MapMethods(group.Template, [group.Method], (RequestDelegate)endpoint.HandleAsync)
            .WithDisplayName($"{group.Method} {group.Template}")
            .WithMetadata([.. MetadataOf(group)]);
    }

    private static IEnumerable<object> MetadataOf(OperationRouteGroup group)
    {
        foreach (var route in group.Routes)
        {
            yield return route.Registration.Contract;
            foreach (var operation in route.Method.Operations)
                yield return operation;
        }

        yield return new TagsAttribute([.. group.Routes.Select(route => route.Registration.Contract.Name)]);
        // No IAcceptsMetadata: routing would answer another Content-Type with an empty 415 instead of the contract's envelope.
    }

    private sealed class EndpointConventions(IReadOnlyList<IEndpointConventionBuilder> endpoints) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var endpoint in endpoints)
                endpoint.Add(convention);
        }

        public void Finally(Action<EndpointBuilder> finallyConvention)
        {
            foreach (var endpoint in endpoints)
                endpoint.Finally(finallyConvention);
        }
    }
}
