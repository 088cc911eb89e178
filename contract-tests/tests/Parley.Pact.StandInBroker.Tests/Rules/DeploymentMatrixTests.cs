using Parley.Pacts.StandInBroker.Support;

namespace Parley.Pacts.StandInBroker.Rules;

public sealed class DeploymentMatrixTests
{
    private const string ConsumerToTest = "q[][pacticipant]=desktop&q[][version]=1&latestby=cvpv&environment=test";

    [Fact]
    public async Task A_verified_provider_that_is_not_deployed_there_is_not_enough()
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: true);

        Assert.Null((await broker.AskAsync(ConsumerToTest)).Deployable);

        await broker.RecordAsync("pb:record-deployment", SamplePact.Provider, "p1", "test");
        Assert.True((await broker.AskAsync(ConsumerToTest)).Deployable);
    }

    [Fact]
    public async Task A_failed_verification_by_the_deployed_provider_is_a_no_with_its_reason()
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: false);
        await broker.RecordAsync("pb:record-deployment", SamplePact.Provider, "p1", "test");

        var (deployable, reason) = await broker.AskAsync(ConsumerToTest);

        Assert.False(deployable);
        Assert.Equal("The verification for the pact between version 1 of desktop and version p1 of contact-center failed", reason);
    }

    [Fact]
    public async Task The_last_verification_of_a_version_counts()
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: false);
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: true);
        await broker.RecordAsync("pb:record-deployment", SamplePact.Provider, "p1", "test");

        Assert.True((await broker.AskAsync(ConsumerToTest)).Deployable);
    }

    [Fact]
    public async Task A_provider_without_consumers_there_has_no_missing_dependencies()
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: false);

        Assert.Equal((true, "There are no missing dependencies"), await broker.AskAsync("q[][pacticipant]=contact-center&q[][version]=p1&environment=test"));
    }

    [Fact]
    public async Task A_provider_must_have_verified_the_pact_of_the_deployed_consumer()
    {
        await using var broker = await StartAsync();
        await broker.RecordAsync("pb:record-deployment", SamplePact.Consumer, "1", "test");
        await broker.PublishAsync("2", SamplePact.Of("b"), "main");
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: true);

        Assert.Null((await broker.AskAsync("q[][pacticipant]=contact-center&q[][version]=p1&environment=test")).Deployable);
    }

    [Fact]
    public async Task An_unchanged_pact_of_a_new_version_is_verified_already()
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: true);
        await broker.RecordAsync("pb:record-deployment", SamplePact.Provider, "p1", "test");
        await broker.PublishAsync("2", SamplePact.Of("a"), "main");

        Assert.True((await broker.AskAsync("q[][pacticipant]=desktop&q[][version]=2&environment=test")).Deployable);
    }

    [Fact]
    public async Task An_unknown_version_cannot_be_deployed()
    {
        await using var broker = await StartAsync();

        Assert.Equal((false, "There is no version 9 of desktop"), await broker.AskAsync("q[][pacticipant]=desktop&q[][version]=9&environment=test"));
    }

    [Fact]
    public async Task A_deployment_replaces_the_one_before_and_releases_add_up()
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: false);
        await broker.VerifyAsync(SamplePact.Provider, "p2", "main", success: true);

        await broker.RecordAsync("pb:record-deployment", SamplePact.Provider, "p1", "test");
        Assert.False((await broker.AskAsync(ConsumerToTest)).Deployable);
        await broker.RecordAsync("pb:record-deployment", SamplePact.Provider, "p2", "test");
        Assert.True((await broker.AskAsync(ConsumerToTest)).Deployable);

        await broker.RecordAsync("pb:record-release", SamplePact.Provider, "p1", "test");
        await broker.RecordAsync("pb:record-release", SamplePact.Provider, "p2", "test");
        Assert.False((await broker.AskAsync(ConsumerToTest)).Deployable);
    }

    [Theory]
    [InlineData("pb:record-deployment", "currentlyDeployed")]
    [InlineData("pb:record-release", "currentlySupported")]
    public async Task What_has_left_the_environment_does_not_count(string relation, string member)
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: true);
        var recorded = await broker.RecordAsync(relation, SamplePact.Provider, "p1", "test");
        Assert.True((await broker.AskAsync(ConsumerToTest)).Deployable);

        await broker.CallAsync(HttpMethod.Patch, BrokerCaller.Self(recorded), $$"""{"{{member}}":false}""");

        Assert.Null((await broker.AskAsync(ConsumerToTest)).Deployable);
    }

    [Fact]
    public async Task An_ignored_application_does_not_stand_in_the_way()
    {
        await using var broker = await StartAsync();

        Assert.True((await broker.AskAsync(ConsumerToTest + "&ignore[][pacticipant]=contact-center")).Deployable);
    }

    [Theory]
    [InlineData("q[][pacticipant]=desktop&q[][latest]=true&environment=test", true)]
    [InlineData("q[][pacticipant]=desktop&q[][branch]=main&environment=test", true)]
    [InlineData("q[][pacticipant]=desktop&q[][tag]=beta&q[][latest]=true&environment=test", true)]
    [InlineData("q[][pacticipant]=desktop&q[][mainBranch]=true&environment=test", true)]
    [InlineData("q[][pacticipant]=desktop&q[][version]=1&latestby=cvp&latest=true&mainBranch=true", true)]
    [InlineData("q[][pacticipant]=desktop&q[][version]=1&latestby=cvp&latest=true&tag=prod", true)]
    [InlineData("q[][pacticipant]=desktop&q[][version]=1&latestby=cvp&latest=true&tag=staging", null)]
    [InlineData("q[][pacticipant]=desktop&q[][version]=1&q[][pacticipant]=contact-center&q[][version]=p1&latestby=cvpv", true)]
    [InlineData("q[][pacticipant]=desktop&q[][version]=1&q[][pacticipant]=contact-center&q[][version]=p0&latestby=cvpv", false)]
    [InlineData("q[][pacticipant]=desktop&q[][version]=1&latestby=cvp", true)]
    public async Task Versions_are_named_in_every_way_that_the_command_knows(string query, bool? deployable)
    {
        await using var broker = await StartAsync();
        await broker.VerifyAsync(SamplePact.Provider, "p0", "main", success: false);
        await broker.VerifyAsync(SamplePact.Provider, "p1", "main", success: true);
        await broker.CallAsync(HttpMethod.Put, "/pacticipants/contact-center/versions/p1/tags/prod", "{}");
        await broker.RecordAsync("pb:record-deployment", SamplePact.Provider, "p1", "test");

        Assert.Equal(deployable, (await broker.AskAsync(query)).Deployable);
    }

    /// <summary>An environment test, and version 1 of the consumer on main with tag beta.</summary>
    private static async Task<BrokerCaller> StartAsync()
    {
        var broker = await BrokerCaller.StartAsync();
        await broker.CreateEnvironmentAsync("test");
        await broker.PublishAsync("1", SamplePact.Of("a"), "main", "beta");
        return broker;
    }
}
