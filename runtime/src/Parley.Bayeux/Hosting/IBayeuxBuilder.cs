using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

/// <summary>Adds to the Bayeux server while services are configured.</summary>
public interface IBayeuxBuilder
{
    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }

    /// <summary>Answers a service channel by a handler of the container, taken from a scope of its own for each message.</summary>
    /// <typeparam name="THandler">The handler; registered as scoped unless it is registered already.</typeparam>
    /// <param name="channel">The channel, or a pattern below <c>/service</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The channel is not below <c>/service</c>.</exception>
    IBayeuxBuilder MapService<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(string channel)
        where THandler : class, IBayeuxServiceHandler;

    /// <summary>Answers a service channel by one handler.</summary>
    /// <param name="channel">The channel, or a pattern below <c>/service</c>.</param>
    /// <param name="handler">The handler; called concurrently.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The channel is not below <c>/service</c>.</exception>
    IBayeuxBuilder MapService(string channel, IBayeuxServiceHandler handler);

    /// <summary>Answers a service channel by a function.</summary>
    /// <param name="channel">The channel, or a pattern below <c>/service</c>.</param>
    /// <param name="handler">The function; called concurrently, see <see cref="IBayeuxServiceHandler.HandleAsync"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The channel is not below <c>/service</c>.</exception>
    IBayeuxBuilder MapService(string channel, Func<BayeuxServiceCall, CancellationToken, ValueTask<ReadOnlyMemory<byte>?>> handler);

    /// <summary>Lets an authorizer of the container, a singleton, vote on what sessions do on some channels.</summary>
    /// <typeparam name="TAuthorizer">The authorizer; registered unless it is already.</typeparam>
    /// <param name="channel">The channel or pattern; <c>/**</c> for all.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">It is no channel or pattern, or in <c>/meta</c>.</exception>
    IBayeuxBuilder Authorize<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TAuthorizer>(string channel)
        where TAuthorizer : class, IBayeuxAuthorizer;

    /// <summary>Lets an authorizer vote on what sessions do on some channels.</summary>
    /// <param name="channel">The channel or pattern; <c>/**</c> for all.</param>
    /// <param name="authorizer">The authorizer; called concurrently.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">It is no channel or pattern, or in <c>/meta</c>.</exception>
    IBayeuxBuilder Authorize(string channel, IBayeuxAuthorizer authorizer);

    /// <summary>Lets a function vote on what sessions do on some channels.</summary>
    /// <param name="channel">The channel or pattern; <c>/**</c> for all.</param>
    /// <param name="authorizer">Operation, session and channel to a vote, see <see cref="IBayeuxAuthorizer.AuthorizeAsync"/>; called concurrently.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">It is no channel or pattern, or in <c>/meta</c>.</exception>
    IBayeuxBuilder Authorize(string channel, Func<BayeuxOperation, BayeuxSession, string, BayeuxVerdict?> authorizer);
}
