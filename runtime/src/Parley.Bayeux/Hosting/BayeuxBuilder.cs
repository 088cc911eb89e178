using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Parley.Bayeux;

/// <summary>Registers handlers of service channels, and authorizers.</summary>
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

    public IBayeuxBuilder Authorize<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TAuthorizer>(string channel)
        where TAuthorizer : class, IBayeuxAuthorizer
    {
        services.TryAddSingleton<TAuthorizer>();
        return Authorize(channel, static provider => provider.GetRequiredService<TAuthorizer>());
    }

    public IBayeuxBuilder Authorize(string channel, IBayeuxAuthorizer authorizer) => Authorize(channel, _ => authorizer);

    public IBayeuxBuilder Authorize(string channel, Func<BayeuxOperation, BayeuxSession, string, BayeuxVerdict?> authorizer) =>
        Authorize(channel, new DelegateAuthorizer(authorizer));

    private BayeuxBuilder Authorize(string channel, Func<IServiceProvider, IBayeuxAuthorizer> authorizer)
    {
        if (!ChannelPattern.TryParse(channel, out var pattern) || pattern.IsMeta)
            throw new ArgumentException($"'{channel}' is not a channel or pattern outside /meta.", nameof(channel));
        services.AddSingleton(new AuthorizerRegistration(pattern, authorizer));
        return this;
    }

    private BayeuxBuilder Map(string channel, Func<IServiceProvider, IBayeuxServiceHandler> handler)
    {
        if (!ChannelPattern.TryParse(channel, out var pattern) || !pattern.IsService)
            throw new ArgumentException($"'{channel}' is not a channel below /service.", nameof(channel));
        services.AddSingleton(new ServiceRegistration(pattern, handler));
        return this;
    }

    private sealed class DelegateAuthorizer(Func<BayeuxOperation, BayeuxSession, string, BayeuxVerdict?> authorizer) : IBayeuxAuthorizer
    {
        public ValueTask<BayeuxVerdict?> AuthorizeAsync(BayeuxOperation operation, BayeuxSession session, string channel, CancellationToken cancellationToken) =>
            new(authorizer(operation, session, channel));
    }

    private sealed class DelegateServiceHandler(Func<BayeuxServiceCall, CancellationToken, ValueTask<ReadOnlyMemory<byte>?>> handler) : IBayeuxServiceHandler
    {
        public ValueTask<ReadOnlyMemory<byte>?> HandleAsync(BayeuxServiceCall call, CancellationToken cancellationToken) => handler(call, cancellationToken);
    }
}
