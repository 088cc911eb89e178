using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Parley.Bayeux;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Bayeux server to an application.</summary>
public static class BayeuxServiceCollectionExtensions
{
    /// <summary>Adds the Bayeux server. Private channels need an <see cref="IBayeuxEventLog"/> beside it, other rules an <see cref="IBayeuxPolicy"/>; both singletons.
    /// <see cref="IBayeuxSessionListener"/>s are told of sessions.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets options; they are checked when the host starts.</param>
    /// <returns>Where to add service channels and authorizers.</returns>
    public static IBayeuxBuilder AddBayeux(this IServiceCollection services, Action<BayeuxOptions>? configure = null)
    {
        var options = services.AddOptions<BayeuxOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);

        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BayeuxOptions>, BayeuxOptionsValidator>());
        services.TryAddSingleton<IBayeuxPolicy, DefaultBayeuxPolicy>();
        services.TryAddSingleton<BayeuxMeter>();
        services.TryAddSingleton(static provider => new BayeuxServer(
            provider.GetRequiredService<IOptions<BayeuxOptions>>(),
            provider.GetRequiredService<IBayeuxPolicy>(),
            provider.GetServices<ServiceRegistration>(),
            provider.GetRequiredService<BayeuxMeter>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<BayeuxServer>>(),
            provider.GetService<IBayeuxEventLog>(),
            new(() => [.. provider.GetServices<IBayeuxSessionListener>()])));
        services.TryAddSingleton(static provider => new ChannelRules(
            provider.GetRequiredService<IBayeuxPolicy>(), provider.GetServices<AuthorizerRegistration>(), provider));
        services.TryAddSingleton<MessageProcessor>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, BayeuxLifetime>());
        return new BayeuxBuilder(services);
    }
}
