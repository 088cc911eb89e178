using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Support;

namespace Parley.Pacts.StandInBroker.Rules;

public sealed class PublishingTests
{
    [Fact]
    public async Task The_same_content_again_is_fine_and_may_add_a_branch_and_tags()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"));

        var (status, document) = await broker.PublishAsync("1", SamplePact.Of("a"), "feature", "beta");

        Assert.Equal(200, status);
        Assert.Equal("success", (string?)document["notices"]![0]!["type"]);
        var (_, version) = await broker.CallAsync(HttpMethod.Get, "/pacticipants/desktop/versions/1");
        Assert.Equal("feature", (string?)version["_embedded"]!["branchVersions"]![0]!["name"]);
        Assert.Equal("beta", (string?)version["_embedded"]!["tags"]![0]!["name"]);
    }

    [Fact]
    public async Task Changed_content_of_a_published_version_is_refused_with_409_and_the_first_stays()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"));

        var (status, document) = await broker.PublishAsync("1", SamplePact.Of("b"), "feature");

        Assert.Equal(409, status);
        Assert.Equal("error", (string?)document["notices"]![0]!["type"]);
        var (_, pact) = await broker.CallAsync(HttpMethod.Get, "/pacts/provider/contact-center/consumer/desktop/version/1");
        Assert.Equal("a", (string?)pact["interactions"]![0]!["description"]);
        var (_, version) = await broker.CallAsync(HttpMethod.Get, "/pacticipants/desktop/versions/1");
        Assert.Empty(version["_embedded"]!["branchVersions"]!.AsArray());
    }

    [Fact]
    public async Task A_pact_names_the_version_that_it_is_of_and_its_content_the_newest()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"));
        await broker.PublishAsync("2", SamplePact.Of("a"));
        await broker.PublishAsync("3", SamplePact.Of("b"));

        var (_, first) = await broker.CallAsync(HttpMethod.Get, "/pacts/provider/contact-center/consumer/desktop/version/1");
        var (_, content) = await broker.CallAsync(HttpMethod.Get, BrokerCaller.Self(first));

        Assert.Equal("1", (string?)first["_links"]!["pb:consumer-version"]!["name"]);
        Assert.Equal("2", (string?)content["_links"]!["pb:consumer-version"]!["name"]);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Results_are_refused_when_a_test_wants_it(int refusal)
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"));
        var (_, pact) = await broker.CallAsync(HttpMethod.Get, "/pacts/provider/contact-center/consumer/desktop/version/1");
        var results = (string)pact["_links"]!["pb:publish-verification-results"]!["href"]!;
        broker.Broker.RefuseResults(refusal);

        var (status, _) = await broker.CallAsync(HttpMethod.Post, results, new JsonObject { ["success"] = true, ["providerApplicationVersion"] = "p1" });

        Assert.Equal(refusal, status);
        Assert.Equal(404, (await broker.CallAsync(HttpMethod.Get, results + "/1")).Status);
    }

    [Theory]
    [InlineData("main", "main")]
    [InlineData("master", "master")]
    [InlineData("develop", "develop")]
    [InlineData("feature", null)]
    public async Task The_first_branch_that_is_called_so_becomes_the_main_branch(string branch, string? main)
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"), branch);

        Assert.Equal(main, (string?)(await broker.CallAsync(HttpMethod.Get, "/pacticipants/desktop")).Document["mainBranch"]);

        await broker.PublishAsync("2", SamplePact.Of("a"), "develop");
        Assert.Equal(main ?? "develop", (string?)(await broker.CallAsync(HttpMethod.Get, "/pacticipants/desktop")).Document["mainBranch"]);
    }

    [Fact]
    public async Task Every_interaction_gets_an_id_of_its_own()
    {
        await using var broker = await BrokerCaller.StartAsync();
        var pact = SamplePact.Of("a");
        pact["interactions"]!.AsArray().Add((JsonNode)new JsonObject { ["description"] = "b" });
        await broker.PublishAsync("1", pact);

        var (_, document) = await broker.CallAsync(HttpMethod.Get, "/pacts/provider/contact-center/consumer/desktop/version/1");

        Assert.Equal(2, document["interactions"]!.AsArray().Select(interaction => (string)interaction!["_id"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_name_with_a_slash_and_a_space_keeps_them()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a", "desk top/web"), "feature/x");

        var (status, document) = await broker.CallAsync(HttpMethod.Get, "/pacticipants/desk%20top%2Fweb/versions/1");

        Assert.Equal(200, status);
        Assert.Equal("feature/x", (string?)document["_embedded"]!["branchVersions"]![0]!["name"]);
        Assert.Equal(200, (await broker.CallAsync(HttpMethod.Get, BrokerCaller.Self(document))).Status);
    }

    [Fact]
    public async Task The_latest_pact_of_each_pair_is_listed()
    {
        await using var broker = await BrokerCaller.StartAsync();
        await broker.PublishAsync("1", SamplePact.Of("a"));
        await broker.PublishAsync("2", SamplePact.Of("b"));
        await broker.PublishAsync("7", SamplePact.Of("c", "web"));

        var (_, document) = await broker.CallAsync(HttpMethod.Get, "/pacts/latest");

        Assert.Equal(["desktop 2", "web 7"], document["pacts"]!.AsArray().Select(pact =>
            $"{pact!["_embedded"]!["consumer"]!["name"]} {pact["_embedded"]!["consumer"]!["_embedded"]!["version"]!["number"]}"));
    }
}
