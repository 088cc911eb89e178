namespace Parley.Pacts;

/// <summary>Which pacts a broker gives, and what it is told.</summary>
public interface IPactBrokerOptions
{
    /// <summary>Signs in with name and password.</summary>
    IPactBrokerOptions BasicAuthentication(string username, string password);

    /// <summary>Signs in with a token.</summary>
    IPactBrokerOptions TokenAuthentication(string token);

    /// <summary>A pact that this provider's branch has never kept does not fail the verification.</summary>
    IPactBrokerOptions EnablePending();

    /// <summary>The provider's branch, for which pacts are pending or work in progress.</summary>
    IPactBrokerOptions ProviderBranch(string branch);

    /// <summary>The provider's tags.</summary>
    IPactBrokerOptions ProviderTags(params string[] tags);

    /// <summary>Selects the newest pacts with these tags of consumers.</summary>
    IPactBrokerOptions ConsumerTags(params string[] tags);

    /// <summary>Selects pacts by their consumers' versions.</summary>
    IPactBrokerOptions ConsumerVersionSelectors(ICollection<ConsumerVersionSelector> selectors);

    /// <summary>Selects pacts by their consumers' versions.</summary>
    IPactBrokerOptions ConsumerVersionSelectors(params ConsumerVersionSelector[] selectors);

    /// <summary>Verifies pacts too that nobody selected and no version has kept, if published since; they never fail the verification.</summary>
    IPactBrokerOptions IncludeWipPactsSince(DateTime date);

    /// <summary>Publishes the results for this version of the provider. The core does not tell whether the broker has taken them.</summary>
    IPactBrokerOptions PublishResults(string providerVersion);

    /// <summary>Publishes the results for this version of the provider.</summary>
    IPactBrokerOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure);

    /// <summary>Publishes the results for this version of the provider, when the condition holds.</summary>
    IPactBrokerOptions PublishResults(bool condition, string providerVersion);

    /// <summary>Publishes the results for this version of the provider, when the condition holds.</summary>
    IPactBrokerOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure);
}
