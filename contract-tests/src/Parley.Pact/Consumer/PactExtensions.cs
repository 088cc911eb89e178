namespace Parley.Pacts;

/// <summary>What a pact can be about.</summary>
public static class PactExtensions
{
    /// <summary>Describes HTTP interactions. Each call begins anew; all are merged into the same file.</summary>
    /// <param name="pact">The pact.</param>
    /// <param name="port">The mock server's port; null for any free one.</param>
    /// <param name="host">Where the mock server listens.</param>
    public static IPactBuilderV4 WithHttpInteractions(this IPactV4 pact, int? port = null, IPAddress host = IPAddress.Loopback)
    {
        ArgumentNullException.ThrowIfNull(pact);
        return new PactBuilder(PactHandle.Create(pact.Consumer, pact.Provider, pact.Config.LogLevel), pact.Config, port, host);
    }

    /// <summary>Describes messages that the provider sends. Each call begins anew; all are merged into the same file.</summary>
    public static IMessagePactBuilderV4 WithMessageInteractions(this IPactV4 pact)
    {
        ArgumentNullException.ThrowIfNull(pact);
        return new MessagePactBuilder(PactHandle.Create(pact.Consumer, pact.Provider, pact.Config.LogLevel), pact.Config);
    }
}
