namespace Parley.Pacts;

/// <summary>How a pact is fetched from an address.</summary>
public interface IPactUriOptions
{
    /// <summary>Signs in with name and password.</summary>
    IPactUriOptions BasicAuthentication(string username, string password);

    /// <summary>Signs in with a token.</summary>
    IPactUriOptions TokenAuthentication(string token);

    /// <summary>Publishes the results for this version of the provider.</summary>
    IPactUriOptions PublishResults(string providerVersion);

    /// <summary>Publishes the results for this version of the provider.</summary>
    IPactUriOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure);

    /// <summary>Publishes the results for this version of the provider, when the condition holds.</summary>
    IPactUriOptions PublishResults(bool condition, string providerVersion);

    /// <summary>Publishes the results for this version of the provider, when the condition holds.</summary>
    IPactUriOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure);
}
