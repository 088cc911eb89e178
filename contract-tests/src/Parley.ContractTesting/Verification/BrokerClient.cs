using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>Asks a broker once and does not wait long: what is wrong with it is told in a sentence, where the Pact core would try again for two minutes.</summary>
internal sealed class BrokerClient : IDisposable
{
    private const string ForVerification = "pb:provider-pacts-for-verification";

    private readonly PactBroker _broker;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };

    public BrokerClient(PactBroker broker)
    {
        // First of all: every other message tells the address.
        if (broker.Address is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            throw new PactFailureException($"The address of the broker at {broker} holds a user name or a password, which logs would show. Leave them out of PACT_BROKER_BASE_URL and set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.");
        if (!IsHttp(broker.Address))
            throw new PactFailureException($"The broker's address is '{broker.Address}', which does not begin with http:// or https://. Correct it (PACT_BROKER_BASE_URL).");
        _broker = broker;
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/hal+json, application/json");
        _http.DefaultRequestHeaders.Authorization = broker.Authorize();
    }

    /// <summary>Follows the links to the pacts that a provider has to verify.</summary>
    public async Task<IReadOnlyList<(Uri Address, bool IsPending)>> SelectAsync(string provider, JsonObject question, CancellationToken cancellationToken)
    {
        var index = Parse(await GetTextAsync(_broker.Address, cancellationToken).ConfigureAwait(false));
        var template = (string?)index?["_links"]?[ForVerification]?["href"];
        using var request = new HttpRequestMessage(HttpMethod.Post, Link(template?.Replace("{provider}", Uri.EscapeDataString(provider), StringComparison.Ordinal))) { Content = JsonContent.Create(question) };
        var selected = Parse(await SendAsync(request, cancellationToken).ConfigureAwait(false))?["_embedded"]?["pacts"]?.AsArray() ?? throw NotABroker();
        return [.. selected.Select(pact => (Link((string?)pact?["_links"]?["self"]?["href"]), (bool?)pact?["verificationProperties"]?["pending"] ?? false))];
    }

    /// <summary>Asks for the newest result that a version of the provider has published for a pact.</summary>
    /// <returns>Its address; null when there is none.</returns>
    public async Task<string?> FindResultAsync(PactDocument pact, string providerVersion, CancellationToken cancellationToken)
    {
        var consumerVersion = pact.ConsumerVersion ?? throw new PactFailureException($"The broker at {_broker.Address} does not tell which version of {pact.Consumer} a pact is of: the pact has no link pb:consumer-version.");
        var query = $"q[][pacticipant]={Escape(pact.Consumer)}&q[][version]={Escape(consumerVersion)}&q[][pacticipant]={Escape(pact.Provider)}&q[][version]={Escape(providerVersion)}&latestby=cvpv";
        var matrix = Parse(await GetTextAsync(new Uri($"{_broker.Address.AbsoluteUri.TrimEnd('/')}/matrix?{query}"), cancellationToken).ConfigureAwait(false))?["matrix"]?.AsArray();
        return matrix is null ? throw NotABroker() : matrix.Select(row => (string?)row?["verificationResult"]?["_links"]?["self"]?["href"]).FirstOrDefault(result => result is not null);
    }

    public async Task<string> GetTextAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? text : throw Refused(response.StatusCode, text);
        }
        catch (HttpRequestException exception)
        {
            throw new PactFailureException($"No broker answers at {_broker.Address}: {exception.Message} Start it, or correct its address (PACT_BROKER_BASE_URL).", exception);
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PactFailureException($"The broker at {_broker.Address} does not answer within {_http.Timeout.TotalSeconds} seconds. Try again when it does.", exception);
        }
    }

    private PactFailureException Refused(HttpStatusCode status, string text) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            new($"The broker at {_broker.Address} does not accept the credentials ({(int)status}). Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, to ones that may read, and publish results."),
        HttpStatusCode.NotFound => NotABroker(),
        _ => new($"The broker at {_broker.Address} answers with {(int)status}: {text}"),
    };

    private PactFailureException NotABroker() =>
        new($"What answers at {_broker.Address} is not a Pact Broker: its index has no link {ForVerification}. Correct the address (PACT_BROKER_BASE_URL).");

    private Uri Link(string? href) => Uri.TryCreate(href, UriKind.Absolute, out var address) && IsHttp(address) ? address : throw NotABroker();

    private static string Escape(string name) => Uri.EscapeDataString(name);

    private static bool IsHttp(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // Not JSON is not HAL either; the caller misses its link and says what that means.
            return null;
        }
    }
}
