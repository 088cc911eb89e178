namespace Parley.Pacts;

/// <summary>Begins pacts.</summary>
public class Pact : IPactV4
{
    private Pact(string consumer, string provider, PactConfig config)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(consumer);
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentNullException.ThrowIfNull(config);
        Consumer = consumer;
        Provider = provider;
        Config = config;
    }

    /// <inheritdoc/>
    public string Consumer { get; }

    /// <inheritdoc/>
    public string Provider { get; }

    /// <inheritdoc/>
    public PactConfig Config { get; }

    /// <summary>Begins a pact of specification V4.</summary>
    /// <param name="consumer">The consumer's name, one for each program that is deployed.</param>
    /// <param name="provider">The provider's name.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static IPactV4 V4(string consumer, string provider) => V4(consumer, provider, new PactConfig());

    /// <inheritdoc cref="V4(string, string)"/>
    /// <param name="consumer">The consumer's name, one for each program that is deployed.</param>
    /// <param name="provider">The provider's name.</param>
    /// <param name="config">Where the pact goes, and how its bodies are written.</param>
    public static IPactV4 V4(string consumer, string provider, PactConfig config) => new Pact(consumer, provider, config);
}
