using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Parley.ContractTesting;

/// <summary>The pacts that a broker selects.</summary>
internal sealed class BrokerSource(PactBroker broker) : PactSource
{
    private static readonly JsonSerializerOptions SelectorFormat = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    internal override bool Publishes => broker.PublishAsVersion is not null;

    /// <summary>Asks what the Pact core will ask, so that it is known what there is to verify and so that mistakes are told at once and in words.</summary>
    internal override async Task<IReadOnlyList<PactDocument>> ReadAsync(string provider, CancellationToken cancellationToken)
    {
        using var client = new BrokerClient(broker);
        var question = new JsonObject
        {
            ["includePendingStatus"] = broker.EnablePending,
            ["consumerVersionSelectors"] = JsonSerializer.SerializeToNode(broker.Selectors, SelectorFormat),
            ["providerVersionBranch"] = broker.Branch,
        };
        if (broker.IncludeWorkInProgressSince is { } since)
            question["includeWipPactsSince"] = $"{since:yyyy-MM-dd}";

        var pacts = new List<PactDocument>();
        foreach (var (address, isPending) in await client.SelectAsync(provider, question, cancellationToken).ConfigureAwait(false))
        {
            var pact = PactDocument.Read(await client.GetTextAsync(address, cancellationToken).ConfigureAwait(false), address.ToString(), isPending);
            pacts.Add(broker.PublishAsVersion is { } version ? pact with { EarlierResult = await client.FindResultAsync(pact, version, cancellationToken).ConfigureAwait(false) } : pact);
        }

        return pacts.Count > 0
            ? pacts
            : throw new PactFailureException($"The broker at {broker.Address} selects no pact for the provider '{provider}' with {question["consumerVersionSelectors"]!.ToJsonString()}. Check the name and the selectors, or publish a pact: pact broker publish.");
    }

    internal override async Task ConfirmAsync(IReadOnlyList<PactDocument> pacts, CancellationToken cancellationToken)
    {
        if (broker.PublishAsVersion is not { } version)
            return;

        using var client = new BrokerClient(broker);
        foreach (var pact in pacts)
        {
            var result = await client.FindResultAsync(pact, version, cancellationToken).ConfigureAwait(false);
            if (result is null || result == pact.EarlierResult)
            {
                throw new PactFailureException(
                    $"The pact of {pact.Consumer} was verified, but the broker at {broker.Address} has not taken the result for version {version} of {pact.Provider}, so that can-i-deploy knows nothing of it. "
                    + "Use credentials that may publish results, not only read, or see in the broker's log why it refused; then verify again.");
            }
        }
    }

    internal override IPactVerifierSource AddTo(IPactVerifier verifier) => verifier.WithPactBrokerSource(broker.Address, options =>
    {
        options.ProviderBranch(broker.Branch).ConsumerVersionSelectors([.. broker.Selectors]);
        if (broker.Token is not null)
            options.TokenAuthentication(broker.Token);
        else if (broker is { UserName: { } userName, Password: { } password })
            options.BasicAuthentication(userName, password);
        if (broker.EnablePending)
            options.EnablePending();
        if (broker.IncludeWorkInProgressSince is { } since)
            options.IncludeWipPactsSince(since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        if (broker.PublishAsVersion is { } version)
        {
            options.PublishResults(version, publish =>
            {
                publish.ProviderBranch(broker.Branch);
                if (broker.BuildAddress is { } build)
                    publish.BuildUri(build);
            });
        }
    });
}
