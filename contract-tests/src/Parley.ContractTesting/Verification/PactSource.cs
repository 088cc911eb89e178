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

    /// <summary>Reads what there is to verify for a provider.</summary>
    /// <returns>At least one pact.</returns>
    /// <exception cref="PactFailureException">There is none, or it cannot be read.</exception>
    internal abstract Task<IReadOnlyList<PactDocument>> ReadAsync(string provider, CancellationToken cancellationToken);

    /// <summary>Tells the Pact core where the pacts are.</summary>
    internal abstract IPactVerifierSource AddTo(IPactVerifier verifier);
}
