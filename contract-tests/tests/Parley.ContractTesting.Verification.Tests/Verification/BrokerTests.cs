using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Parley.ContractTesting.Support;
using Parley.Pacts.StandInBroker;

namespace Parley.ContractTesting.Verification;

/// <summary>Verification from a broker, here the stand-in.</summary>
public sealed class BrokerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pacts_are_selected_verified_and_the_results_published_with_branch_and_version()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Read("7", "a book")));

        var summary = await VerifyAsync(shelf, new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret", PublishAsVersion = "p1" });

        Assert.Equal(1, summary.Interactions);
        var version = await http.GetFromJsonAsync<JsonObject>("pacticipants/shelf/versions/p1", Cancel);
        Assert.Equal("main", (string?)version!["_embedded"]!["branchVersions"]![0]!["name"]);
        var matrix = await http.GetFromJsonAsync<JsonObject>("matrix?q[][pacticipant]=reader&q[][version]=1&q[][pacticipant]=shelf&q[][version]=p1", Cancel);
        Assert.True((bool?)matrix!["summary"]!["deployable"]);
    }

    [Fact]
    public async Task A_pending_pact_with_a_state_that_nobody_has_added_does_not_fail_the_build()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Read("7", "a book", "a state of tomorrow")));

        var summary = await VerifyAsync(shelf, new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret" });

        Assert.Equal(new VerificationSummary(Shelf.Name, Pacts: 1, Interactions: 1, Messages: 0, PendingFailures: 1), summary);
    }

    [Fact]
    public async Task A_pending_pact_with_a_message_that_nobody_has_added_does_not_fail_the_build()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Announce("7")));

        var summary = await VerifyAsync(shelf, new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret" });

        Assert.Equal(new VerificationSummary(Shelf.Name, Pacts: 1, Interactions: 0, Messages: 1, PendingFailures: 1), summary);
    }

    [Fact]
    public async Task A_pact_that_was_kept_before_must_be_kept()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Miss("7")));
        var source = new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret", PublishAsVersion = "p1" };
        await VerifyAsync(shelf, source);
        shelf.Things["7"] = "a book";

        await Assert.ThrowsAsync<PactVerificationFailedException>(() => VerifyAsync(shelf, source with { PublishAsVersion = "p2" }));
    }

    [Fact]
    public async Task Work_in_progress_is_verified_too()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Miss("7")));
        await PublishAsync(http, "2", "feature", ShelfPact.Of(ShelfPact.Miss("7"), ShelfPact.Miss("8")));
        var source = new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret" };

        Assert.Equal(1, (await VerifyAsync(shelf, source)).Interactions);
        Assert.Equal(3, (await VerifyAsync(shelf, source with { IncludeWorkInProgressSince = new DateOnly(2020, 1, 1) })).Interactions);
    }

    [Fact]
    public async Task A_broker_that_cannot_be_reached()
    {
        using var silent = new SilentPort();

        await FailsAsync(new PactBroker(silent.Address) { Branch = "main" }, $"No broker answers at {silent.Address}");
    }

    [Theory]
    [InlineData(false, null, null, null)]
    [InlineData(false, "wrong", null, null)]
    [InlineData(false, null, "anna", "right")]
    [InlineData(true, null, null, null)]
    [InlineData(true, "right", null, null)]
    [InlineData(true, null, "anna", "wrong")]
    public async Task Credentials_that_are_missing_or_wrong(bool basic, string? token, string? userName, string? password)
    {
        var credentials = basic ? StandInBrokerCredentials.Basic("anna", "right") : StandInBrokerCredentials.Bearer("right");
        await using var broker = await StandInPactBroker.StartAsync(credentials, cancellationToken: Cancel);

        await FailsAsync(
            new PactBroker(broker.Address) { Branch = "main", Token = token, UserName = userName, Password = password },
            "does not accept the credentials (401). Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, to ones that may read");
    }

    [Fact]
    public Task A_broker_whose_address_has_no_scheme() => FailsAsync(new PactBroker(new Uri("localhost:9292")) { Branch = "main" }, "does not begin with http:// or https://");

    [Theory]
    [InlineData("Welcome!")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"_links":{"pb:provider-pacts-for-verification":{"href":"/pacts/{provider}"}}}""")]
    public async Task Something_that_is_not_a_broker(string index)
    {
        await using var shelf = await Shelf.StartAsync();
        shelf.Things[""] = index;

        await FailsAsync(new PactBroker(shelf.Address) { Branch = "main" }, "is not a Pact Broker");
    }

    [Fact]
    public async Task A_broker_that_selects_nothing()
    {
        await using var broker = await StandInPactBroker.StartAsync(cancellationToken: Cancel);

        await FailsAsync(new PactBroker(broker.Address) { Branch = "main" }, "selects no pact for the provider 'shelf'");
    }

    [Fact]
    public async Task A_selector_that_the_broker_refuses()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Miss("7")));

        await FailsAsync(
            new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret", Selectors = [new() { Environment = "moon" }] }, "No environment is called 'moon'");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Results_that_the_broker_does_not_take_are_missed(int status)
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Miss("7")));
        broker.RefuseResults(status);

        var exception = await Assert.ThrowsAsync<PactFailureException>(
            () => VerifyAsync(shelf, new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret", PublishAsVersion = "p1" }));

        Assert.Contains($"the broker at {broker.Address} has not taken the result for version p1 of shelf", exception.Message);
    }

    [Fact]
    public async Task An_earlier_result_of_the_same_version_does_not_pass_for_the_one_that_was_not_taken()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Basic("anna", "secret"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = Authorized(broker);
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Miss("7")));
        var source = new PactBroker(broker.Address) { Branch = "main", UserName = "anna", Password = "secret", PublishAsVersion = "p1" };
        await VerifyAsync(shelf, source);
        await VerifyAsync(shelf, source);
        broker.RefuseResults(403);

        var exception = await Assert.ThrowsAsync<PactFailureException>(() => VerifyAsync(shelf, source));

        Assert.Contains("has not taken the result", exception.Message);
    }

    [Fact]
    public async Task A_part_of_a_pact_is_not_published_as_the_whole()
    {
        await using var broker = await StandInPactBroker.StartAsync(cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        var verification = ProviderVerification.Of(Shelf.Name, shelf.Address)
            .WithPacts(PactSource.Broker(new PactBroker(broker.Address) { Branch = "main", PublishAsVersion = "p1" }))
            .Only(description: "miss 7");

        var exception = await Assert.ThrowsAsync<PactFailureException>(() => verification.VerifyAsync(Cancel));

        Assert.Contains("would be published as that of the whole pact", exception.Message);
    }

    [Fact]
    public async Task A_token_opens_the_broker_too()
    {
        await using var broker = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Bearer("a-token"), cancellationToken: Cancel);
        await using var shelf = await Shelf.StartAsync();
        using var http = new HttpClient { BaseAddress = broker.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "a-token");
        await PublishAsync(http, "1", "main", ShelfPact.Of(ShelfPact.Miss("7")));

        var summary = await VerifyAsync(shelf, new PactBroker(broker.Address) { Branch = "main", Token = "a-token", PublishAsVersion = "p1" });

        Assert.Equal(1, summary.Interactions);
    }

    private static Task<VerificationSummary> VerifyAsync(Shelf shelf, PactBroker broker) => ProviderVerification.Of(Shelf.Name, shelf.Address)
        .WithPacts(PactSource.Broker(broker))
        .WithState(ShelfPact.ThingExists, state => shelf.Things[state["id"]] = state["content"])
        .VerifyAsync(Cancel);

    private static async Task FailsAsync(PactBroker broker, string sentence)
    {
        await using var shelf = await Shelf.StartAsync();

        var exception = await Assert.ThrowsAsync<PactFailureException>(() => VerifyAsync(shelf, broker));

        Assert.Contains(sentence, exception.Message);
    }

    private static HttpClient Authorized(StandInPactBroker broker)
    {
        var http = new HttpClient { BaseAddress = broker.Address };
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("anna:secret"u8));
        return http;
    }

    private static async Task PublishAsync(HttpClient http, string version, string branch, JsonObject pact)
    {
        using var response = await http.PostAsJsonAsync(
            "contracts/publish",
            new JsonObject
            {
                ["pacticipantName"] = "reader",
                ["pacticipantVersionNumber"] = version,
                ["branch"] = branch,
                ["contracts"] = new JsonArray(new JsonObject
                {
                    ["consumerName"] = "reader",
                    ["providerName"] = Shelf.Name,
                    ["specification"] = "pact",
                    ["contentType"] = "application/json",
                    ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(pact.ToJsonString())),
                }),
            },
            Cancel);
        response.EnsureSuccessStatusCode();
    }
}
