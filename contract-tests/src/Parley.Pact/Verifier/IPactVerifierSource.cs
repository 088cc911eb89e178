namespace Parley.Pacts;

/// <summary>A verification that is ready but for its options.</summary>
public interface IPactVerifierSource
{
    /// <summary>
    /// Names the address that sets provider states up. It is asked before each interaction, also before one without a state, whose name is then empty.
    /// It must answer what it cannot do with a status of 4xx: after a 5xx the core tries again, for two minutes.
    /// </summary>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri);

    /// <inheritdoc cref="WithProviderStateUrl(Uri)"/>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure);

    /// <summary>Verifies only the interactions of this description and state; each is a regular expression, null for any.</summary>
    IPactVerifierSource WithFilter(string? description = null, string? providerState = null);

    /// <summary>How long the provider may take for an answer; default 5 seconds.</summary>
    IPactVerifierSource WithRequestTimeout(TimeSpan timeout);

    /// <summary>Takes any certificate.</summary>
    IPactVerifierSource WithSslVerificationDisabled();

    /// <summary>Adds a header to each request to the provider.</summary>
    IPactVerifierSource WithCustomHeader(string name, string value);

    /// <summary>Verifies.</summary>
    /// <exception cref="PactVerificationFailedException">An interaction failed, or there was none to verify.</exception>
    /// <exception cref="PactFailureException">The core could not do its work.</exception>
    void Verify();
}
