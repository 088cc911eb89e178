using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Parley.Bayeux;

/// <summary>Registers handlers of service channels.</summary>
internal sealed class BayeuxBuilder(IServiceCollection services) : IBayeuxBuilder
{
    public IServiceCollection Services => services;

    public IBayeuxBuilder MapService<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(string channel)
        where THandler : class, IBayeuxServiceHandler
    {
        services.TryAddScoped<THandler>();
        return Map(channel, static scope => scope.GetRequiredService<THandler>());
    }

    public IBayeuxBuilder MapService(string channel, IBayeuxServiceHandler handler) => Map(channel, _ => handler);

    public IBayeuxBuilder MapService(string channel, Func<BayeuxServiceCall, CancellationToken, ValueTask<ReadOnlyMemory<byte>?>> handler) =>
        MapService(channel, new DelegateServiceHandler(handler));

    private BayeuxBuilder Map(string channel, Func<IServiceProvider, IBayeuxServiceHandler> handler)
    {
        if (!ChannelPattern.TryParse(channel, out var pattern) || !pattern.IsService)
            throw new ArgumentException($"'{channel}' is not a channel below /service.", nameof(channel));
        services.AddSingleton(new ServiceRegistration(pattern, handler));
        return this;
    }

    private sealed class DelegateServiceHandler(Func<BayeuxServiceCall, CancellationToken, ValueTask<ReadOnlyMemory<byte>?>> handler) : IBayeuxServiceHandler
    {
        public ValueTask<ReadOnlyMemory<byte>?> HandleAsync(BayeuxServiceCall call, CancellationToken cancellationToken) => handler(call, cancellationToken);
    }
}
