namespace Parley.Pacts;

/// <summary>What is published with the results.</summary>
public interface IPactBrokerPublishOptions
{
    /// <summary>The tags of the provider's version.</summary>
    IPactBrokerPublishOptions ProviderTags(params string[] tags);

    /// <summary>The branch of the provider's version.</summary>
    IPactBrokerPublishOptions ProviderBranch(string branch);

    /// <summary>Where the build can be seen.</summary>
    IPactBrokerPublishOptions BuildUri(Uri uri);
}
