namespace Parley.ContractTesting;

/// <summary>Where pacts come from.</summary>
public abstract class PactSource
{
    private protected PactSource()
    {
    }

    /// <summary>The pact files in a folder, as consumer tests write them.</summary>
    /// <param name="folder">The folder; its <c>*.json</c> files must all be pacts.</param>
    public static PactSource Folder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new PactFolder(new DirectoryInfo(folder));
    }

    /// <summary>The pacts that a Pact Broker selects.</summary>
    public static PactSource Broker(PactBroker broker)
    {
        ArgumentNullException.ThrowIfNull(broker);
        return new BrokerSource(broker);
    }

    /// <summary>Whether results are published where the pacts come from.</summary>
    internal virtual bool Publishes => false;

    /// <summary>Reads what there is to verify for a provider.</summary>
    /// <returns>At least one pact.</returns>
    /// <exception cref="PactFailureException">There is none, or it cannot be read.</exception>
    internal abstract Task<IReadOnlyList<PactDocument>> ReadAsync(string provider, CancellationToken cancellationToken);

    /// <summary>Makes sure, after a verification, that what the core was to publish has arrived: the core itself does not tell.</summary>
    /// <param name="pacts">What was verified, as read before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PactFailureException">It has not.</exception>
    internal virtual Task ConfirmAsync(IReadOnlyList<PactDocument> pacts, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tells the Pact core where the pacts are.</summary>
    internal abstract IPactVerifierSource AddTo(IPactVerifier verifier);
}
