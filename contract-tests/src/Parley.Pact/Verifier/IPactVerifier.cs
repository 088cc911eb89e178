using System.Text.Json;

namespace Parley.Pacts;

/// <summary>Verifies that a running provider keeps its pacts. First the endpoints, then one source of pacts, then <see cref="IPactVerifierSource.Verify"/>.</summary>
public interface IPactVerifier
{
    /// <summary>Names the provider's address, on which a real server listens.</summary>
    /// <exception cref="ArgumentException">It is no absolute address of http or https.</exception>
    /// <exception cref="InvalidOperationException">There is one already, or a source has been chosen.</exception>
    IPactVerifier WithHttpEndpoint(Uri pactUri);

    /// <summary>Tells how each message comes about.</summary>
    /// <param name="configure">Adds a scenario for the description of each message.</param>
    /// <exception cref="InvalidOperationException">This has been told already, or a source has been chosen.</exception>
    IPactVerifier WithMessages(Action<IMessageScenarios> configure);

    /// <inheritdoc cref="WithMessages(Action{IMessageScenarios})"/>
    /// <param name="configure">Adds a scenario for the description of each message.</param>
    /// <param name="settings">How contents are serialised.</param>
    IPactVerifier WithMessages(Action<IMessageScenarios> configure, JsonSerializerOptions settings);

    /// <summary>Verifies one pact file.</summary>
    /// <exception cref="PactFailureException">The file is missing or holds no pact.</exception>
    IPactVerifierSource WithFileSource(FileInfo pactFile);

    /// <summary>Verifies the pacts in a folder that name this provider.</summary>
    /// <param name="directory">The folder of <c>*.json</c> files.</param>
    /// <param name="consumers">The consumers whose pacts count; none for all.</param>
    /// <exception cref="PactFailureException">The folder is missing, or a file in it holds no pact.</exception>
    IPactVerifierSource WithDirectorySource(DirectoryInfo directory, params string[] consumers);

    /// <summary>Verifies the pact at an address.</summary>
    IPactVerifierSource WithUriSource(Uri pactUri);

    /// <summary>Verifies the pact at an address.</summary>
    IPactVerifierSource WithUriSource(Uri pactUri, Action<IPactUriOptions> configure);

    /// <summary>Verifies the pacts that a broker holds for this provider.</summary>
    IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri);

    /// <summary>Verifies the pacts that a broker selects for this provider.</summary>
    /// <exception cref="PactFailureException">The core cannot read the selectors.</exception>
    IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri, Action<IPactBrokerOptions> configure);
}
