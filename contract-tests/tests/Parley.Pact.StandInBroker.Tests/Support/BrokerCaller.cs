using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Support;

/// <summary>A stand-in of the test's own, and the calls that the Pact core and the pact command make to it.</summary>
internal sealed class BrokerCaller : IAsyncDisposable
{
    private BrokerCaller(StandInPactBroker broker)
    {
        Broker = broker;
        Http = new HttpClient { BaseAddress = broker.Address };
    }

    public HttpClient Http { get; }

    public StandInPactBroker Broker { get; }

    public static async Task<BrokerCaller> StartAsync(StandInBrokerCredentials? credentials = null, TimeProvider? time = null) =>
        new(await StandInPactBroker.StartAsync(credentials, time, TestContext.Current.CancellationToken));

    public async Task<(int Status, JsonObject Document)> CallAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await SendAsync(request);
    }

    public async Task<(int Status, JsonObject Document)> CallAsync(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await SendAsync(request);
    }

    public Task<(int Status, JsonObject Document)> PublishAsync(string version, JsonObject pact, string? branch = null, params string[] tags)
    {
        var (consumer, provider) = ((string)pact["consumer"]!["name"]!, (string)pact["provider"]!["name"]!);
        return CallAsync(HttpMethod.Post, "/contracts/publish", new JsonObject
        {
            ["pacticipantName"] = consumer,
            ["pacticipantVersionNumber"] = version,
            ["branch"] = branch,
            ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]),
            ["contracts"] = new JsonArray(new JsonObject
            {
                ["consumerName"] = consumer,
                ["providerName"] = provider,
                ["specification"] = "pact",
                ["contentType"] = "application/json",
                ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(pact.ToJsonString())),
                ["onConflict"] = "overwrite",
            }),
        });
    }

    /// <summary>The pacts that the provider has to verify, as entries of the answer.</summary>
    public async Task<IReadOnlyList<JsonObject>> SelectAsync(string provider, JsonObject request)
    {
        var (status, document) = await CallAsync(HttpMethod.Post, $"/pacts/provider/{provider}/for-verification", request);
        Assert.Equal(200, status);
        return [.. document["_embedded"]!["pacts"]!.AsArray().Select(pact => pact!.AsObject())];
    }

    /// <summary>Verifies every pact of the provider that the selector finds, with the outcome given, as a version on a branch.</summary>
    public async Task VerifyAsync(string provider, string version, string branch, bool success, JsonObject? selector = null)
    {
        await CallAsync(HttpMethod.Put, $"/pacticipants/{provider}/branches/{branch}/versions/{version}", new JsonObject());
        foreach (var pact in await SelectAsync(provider, new JsonObject { ["consumerVersionSelectors"] = new JsonArray(selector ?? new JsonObject { ["latest"] = true }) }))
        {
            var (_, document) = await CallAsync(HttpMethod.Get, Self(pact));
            var results = (string)document["_links"]!["pb:publish-verification-results"]!["href"]!;
            Assert.Equal(201, (await CallAsync(HttpMethod.Post, results, new JsonObject { ["success"] = success, ["providerApplicationVersion"] = version })).Status);
        }
    }

    public async Task<string> CreateEnvironmentAsync(string name) =>
        (string)(await CallAsync(HttpMethod.Post, "/environments", new JsonObject { ["name"] = name, ["production"] = false })).Document["uuid"]!;

    /// <summary>Follows the link by which the pact command records a deployment or a release.</summary>
    public async Task<JsonObject> RecordAsync(string relation, string pacticipant, string version, string environment)
    {
        var (_, document) = await CallAsync(HttpMethod.Get, $"/pacticipants/{pacticipant}/versions/{version}");
        var link = document["_links"]![relation]!.AsArray().Single(link => (string)link!["name"]! == environment)!;
        var (status, recorded) = await CallAsync(HttpMethod.Post, (string)link["href"]!, new JsonObject());
        Assert.Equal(201, status);
        return recorded;
    }

    /// <summary>What the matrix says: whether the versions asked for can be deployed, and its reason.</summary>
    public async Task<(bool? Deployable, string Reason)> AskAsync(string query)
    {
        var (status, document) = await CallAsync(HttpMethod.Get, "/matrix?" + query);
        Assert.Equal(200, status);
        return ((bool?)document["summary"]!["deployable"], (string)document["summary"]!["reason"]!);
    }

    public static string Self(JsonObject document) => (string)document["_links"]!["self"]!["href"]!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Broker.DisposeAsync();
    }

    private async Task<(int Status, JsonObject Document)> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
    }
}
