namespace Parley.Bayeux;

/// <summary>
/// Who may do what. Register a singleton to replace the default, or derive from <see cref="DefaultBayeuxPolicy"/>. What the protocol or
/// <see cref="BayeuxOptions.PrivateChannels"/> forbid is refused whatever a policy says: <c>/meta</c> channels, and publishing to a private channel.
/// Rules for some channels only are better put into an <see cref="IBayeuxAuthorizer"/>.
/// </summary>
public interface IBayeuxPolicy
{
    /// <summary>Whether a session may begin. A denial is <c>403:reason:handshake_denied</c> and the client is told not to come back.</summary>
    /// <param name="handshake">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<BayeuxVerdict> CanHandshakeAsync(BayeuxHandshake handshake, CancellationToken cancellationToken);

    /// <summary>Whether a session may bring a channel or pattern into being by being the first to subscribe to it. A denial is <c>403:reason:create_denied</c>.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="channel">The channel or pattern.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<BayeuxVerdict> CanCreateAsync(BayeuxSession session, string channel, CancellationToken cancellationToken);

    /// <summary>Whether a session may subscribe. A denial is <c>403:reason:subscribe_denied</c>.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="channel">The channel or pattern.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<BayeuxVerdict> CanSubscribeAsync(BayeuxSession session, string channel, CancellationToken cancellationToken);

    /// <summary>Whether a session may publish, to a broadcast channel or to a service channel that has a handler. A denial is <c>403:reason:publish_denied</c>.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="data">The payload as UTF-8 JSON, valid during the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<BayeuxVerdict> CanPublishAsync(BayeuxSession session, string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
