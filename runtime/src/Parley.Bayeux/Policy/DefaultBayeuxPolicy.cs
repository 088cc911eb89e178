using Microsoft.Extensions.Options;

namespace Parley.Bayeux;

/// <summary>
/// The safe default: authenticated users may handshake (others only with <see cref="BayeuxOptions.AllowAnonymous"/>), everyone with a session may subscribe,
/// clients publish to service channels, and to broadcast channels where an <see cref="IBayeuxAuthorizer"/> grants it.
/// </summary>
/// <param name="options">The server's options.</param>
public class DefaultBayeuxPolicy(IOptions<BayeuxOptions> options) : IBayeuxPolicy
{
    /// <inheritdoc/>
    public virtual ValueTask<BayeuxVerdict> CanHandshakeAsync(BayeuxHandshake handshake, CancellationToken cancellationToken) =>
        new(handshake.UserId is not null || options.Value.AllowAnonymous ? BayeuxVerdict.Allowed : BayeuxVerdict.Denied("not authenticated"));

    /// <inheritdoc/>
    public virtual ValueTask<BayeuxVerdict> CanCreateAsync(BayeuxSession session, string channel, CancellationToken cancellationToken) =>
        new(BayeuxVerdict.Allowed);

    /// <inheritdoc/>
    public virtual ValueTask<BayeuxVerdict> CanSubscribeAsync(BayeuxSession session, string channel, CancellationToken cancellationToken) =>
        new(BayeuxVerdict.Allowed);

    /// <inheritdoc/>
    public virtual ValueTask<BayeuxVerdict> CanPublishAsync(BayeuxSession session, string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        new(channel.StartsWith("/service/", StringComparison.Ordinal) ? BayeuxVerdict.Allowed : BayeuxVerdict.DeniedUnlessGranted("clients do not publish here"));
}
