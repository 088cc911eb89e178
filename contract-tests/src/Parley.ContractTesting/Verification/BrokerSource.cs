using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Parley.ContractTesting;

/// <summary>The pacts that a broker selects.</summary>
internal sealed class BrokerSource(PactBroker broker) : PactSource
{
    private static readonly JsonSerializerOptions SelectorFormat = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

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
            pacts.Add(PactDocument.Read(await client.GetTextAsync(address, cancellationToken).ConfigureAwait(false), address.ToString(), isPending));
        return pacts.Count > 0
            ? pacts
            : throw new PactFailureException($"The broker at {broker.Address} selects no pact for the provider '{provider}' with {question["consumerVersionSelectors"]!.ToJsonString()}. Check the name and the selectors, or publish a pact: pact broker publish.");
    }

    internal override IPactVerifierSource AddTo(IPactVerifier verifier) => verifier.WithPactBrokerSource(broker.Address, options =>
    {
        options.ProviderBranch(broker.Branch).ConsumerVersionSelectors([.. broker.Selectors]);
        if (broker.Token is not null)
            options.TokenAuthentication(broker.Token);
        else if (broker.UserName is not null)
            options.BasicAuthentication(broker.UserName, broker.Password ?? "");
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
