using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Support;

namespace Parley.Pacts.StandInBroker.Rules;

public sealed class PactsForVerificationTests
{
    /// <summary>Version 1 is on main and deployed to test, 2 is released to test with tag beta, 3 is on branch feature, 4 on main.</summary>
    [Theory]
    [InlineData("""{"mainBranch":true}""", "4")]
    [InlineData("""{"branch":"feature"}""", "3")]
    [InlineData("""{"branch":"gone"}""", "")]
    [InlineData("""{"branch":"gone","fallbackBranch":"main"}""", "4")]
    [InlineData("""{"matchingBranch":true}""", "3")]
    [InlineData("""{"tag":"beta","latest":true}""", "2")]
    [InlineData("""{"tag":"beta"}""", "1 2")]
    [InlineData("""{"tag":"gone","fallbackTag":"beta","latest":true}""", "2")]
    [InlineData("""{"latest":true}""", "4")]
    [InlineData("""{"latest":true,"consumer":"desktop"}""", "4")]
    [InlineData("""{"latest":true,"consumer":"web"}""", "")]
    [InlineData("""{"deployed":true}""", "1")]
    [InlineData("""{"deployed":true,"environment":"test"}""", "1")]
    [InlineData("""{"deployed":true,"environment":"empty"}""", "")]
    [InlineData("""{"released":true,"environment":"test"}""", "2")]
    [InlineData("""{"deployedOrReleased":true}""", "1 2")]
    [InlineData("""{"environment":"test"}""", "1 2")]
    public async Task A_selector_finds_the_versions_it_describes(string selector, string versions)
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.CreateEnvironmentAsync("test");
        await broker.CreateEnvironmentAsync("empty");
        await broker.PublishAsync("1", SamplePact.Of("a"), "main", "beta");
        await broker.PublishAsync("2", SamplePact.Of("b"), null, "beta");
        await broker.PublishAsync("3", SamplePact.Of("c"), "feature");
        await broker.PublishAsync("4", SamplePact.Of("d"), "main");
        await broker.RecordAsync("pb:record-deployment", "desktop", "1", "test");
        await broker.RecordAsync("pb:record-release", "desktop", "2", "test");

        var pacts = await broker.SelectAsync(SamplePact.Provider, Request(selector, providerBranch: "feature"));

        Assert.Equal(versions, Versions(pacts));
    }

    [Fact]
    public async Task Without_a_selector_the_latest_pact_of_each_consumer_is_meant()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"));
        await broker.PublishAsync("2", SamplePact.Of("b"));
        await broker.PublishAsync("7", SamplePact.Of("c", "web"));

        Assert.Equal("2 7", Versions(await broker.SelectAsync(SamplePact.Provider, [])));
    }

    [Fact]
    public async Task One_content_found_by_two_selectors_is_verified_once()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"), "main");
        await broker.PublishAsync("2", SamplePact.Of("a"), "feature");

        Assert.Single(await broker.SelectAsync(SamplePact.Provider, Request("""{"mainBranch":true},{"branch":"feature"}""")));
    }

    [Fact]
    public async Task An_unknown_provider_has_nothing_to_verify()
    {
        await using var broker = await BrokerCaller.StartAsync();

        Assert.Empty(await broker.SelectAsync("nobody", []));
    }

    [Fact]
    public async Task A_pact_is_pending_until_a_version_on_that_branch_of_the_provider_has_verified_it()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"), "main");

        Assert.True(await IsPending("main"));
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: false);
        Assert.True(await IsPending("main"));
        await broker.VerifyAsync(SamplePact.Provider, "p2", "main", success: true);
        Assert.False(await IsPending("main"));
        Assert.True(await IsPending("other"));

        async Task<bool> IsPending(string branch)
        {
            var request = Request("""{"latest":true}""", branch);
            request["includePendingStatus"] = true;
            return (bool)(await broker.SelectAsync(SamplePact.Provider, request)).Single()["verificationProperties"]!["pending"]!;
        }
    }

    [Fact]
    public async Task Work_in_progress_is_the_latest_pact_of_a_branch_that_was_not_selected_and_never_verified()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"), "main");
        await broker.PublishAsync("2", SamplePact.Of("b"), "feature");
        await broker.PublishAsync("3", SamplePact.Of("c"), "feature");

        var added = (await Select()).Single(pact => (bool?)pact["verificationProperties"]!["wip"] == true);
        Assert.Contains("(3)", (string?)added["_links"]!["self"]!["name"]);
        Assert.True((bool?)added["verificationProperties"]!["pending"]);

        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: true, new JsonObject { ["branch"] = "feature" });
        Assert.Equal("1", Versions(await Select()));

        Task<IReadOnlyList<JsonObject>> Select()
        {
            var request = Request("""{"mainBranch":true}""", "main");
            request["includeWipPactsSince"] = "2020-01-01";
            return broker.SelectAsync(SamplePact.Provider, request);
        }
    }

    [Fact]
    public async Task Work_in_progress_published_before_the_given_day_is_left_out()
    {
        var time = new ManualTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var broker = await BrokerCaller.StartAsync(time: time);
        await broker.PublishAsync("1", SamplePact.Of("a"), "old");
        time.Now = time.Now.AddDays(10);
        await broker.PublishAsync("2", SamplePact.Of("b"), "new");

        var request = Request("""{"branch":"none"}""", "main");
        request["includeWipPactsSince"] = "2026-01-05";

        Assert.Equal("2", Versions(await broker.SelectAsync(SamplePact.Provider, request)));
    }

    private static JsonObject Request(string selectors, string? providerBranch = null) => new()
    {
        ["consumerVersionSelectors"] = JsonNode.Parse($"[{selectors}]"),
        ["providerVersionBranch"] = providerBranch,
    };

    private static string Versions(IEnumerable<JsonObject> pacts) =>
        string.Join(' ', pacts.Select(pact => (string)pact["_links"]!["self"]!["name"]!).Select(name => name[(name.IndexOf('(') + 1)..name.IndexOf(')')]));
}
