using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Parley.AspNetCore;

/// <summary>Registers Parley with a host.</summary>
public static class ParleyServiceCollectionExtensions
{
    /// <summary>Adds the services that host generated operations. Contracts are added to the builder: <c>services.AddParley().AddChat&lt;ChatHandlers&gt;()</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes the limits.</param>
    public static ParleyBuilder AddParley(this IServiceCollection services, Action<ParleyOptions>? configure = null)
    {
        services.AddOptions<ParleyOptions>().Configure(configure ?? (static _ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthorization();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, PermissionHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, FeatureHandler>());
        services.TryAddSingleton<OperationAuthorizer>();
        services.TryAddSingleton<OperationRoutes>();
        services.TryAddSingleton<OperationRunner>();
        services.AddMetrics();
        services.TryAddSingleton<ParleyMetrics>();
        return new ParleyBuilder(services);
    }
}
