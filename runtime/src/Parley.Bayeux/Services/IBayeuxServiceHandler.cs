namespace Parley.Bayeux;

/// <summary>Answers messages on a service channel, such as CometD's <c>remoteCall</c>.</summary>
public interface IBayeuxServiceHandler
{
    /// <summary>Handles one message.</summary>
    /// <param name="call">Who sent what.</param>
    /// <param name="cancellationToken">Ends when the client's connection is gone.</param>
    /// <returns>
    /// One JSON value as UTF-8, which goes back as an event on the same channel with the same id; null for no answer beyond the acknowledgement.
    /// An exception is logged and answered by <c>500::internal_error</c>.
    /// </returns>
    ValueTask<ReadOnlyMemory<byte>?> HandleAsync(BayeuxServiceCall call, CancellationToken cancellationToken);
}
