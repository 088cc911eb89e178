using ContactCenter.Broker.Support;
using Parley.Pacts.StandInBroker;

namespace ContactCenter.Broker.Command;

/// <summary>The real <c>pact</c> command, its own verifier included, against the broker: what a pipeline runs, with its exit codes.</summary>
public sealed class PactCommandTests
{
    private const string Selectors = """[{"mainBranch":true},{"deployedOrReleased":true}]""";

    [Fact]
    public async Task A_consumer_can_be_deployed_once_the_deployed_provider_has_verified_its_pact()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        var environment = await CreateEnvironmentAsync(broker);
        await PublishAsync(broker, pact, "1", "pong");

        Assert.Equal(1, (await CanIDeployAsync(broker, pact.Consumer, "1", environment)).ExitCode);
        Assert.Equal(0, (await VerifyAsync(broker, pact, "p1", "pong")).ExitCode);
        Assert.Equal(1, (await CanIDeployAsync(broker, pact.Consumer, "1", environment)).ExitCode);

        Assert.Equal(0, (await CanIDeployAsync(broker, pact.Provider, "p1", environment)).ExitCode);
        await RecordAsync(broker, "record-deployment", pact.Provider, "p1", environment);
        var (exitCode, output) = await CanIDeployAsync(broker, pact.Consumer, "1", environment);

        Assert.Equal(0, exitCode);
        Assert.Contains("p1", output);
    }

    [Fact]
    public async Task A_broken_provider_cannot_be_deployed_to_its_consumer()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        var environment = await CreateEnvironmentAsync(broker);
        await PublishAsync(broker, pact, "1", "pong");
        Assert.Equal(0, (await VerifyAsync(broker, pact, "p1", "pong")).ExitCode);
        await RecordAsync(broker, "record-deployment", pact.Consumer, "1", environment);

        Assert.NotEqual(0, (await VerifyAsync(broker, pact, "p2", "gnop")).ExitCode);

        Assert.Equal(0, (await CanIDeployAsync(broker, pact.Provider, "p1", environment)).ExitCode);
        Assert.Equal(1, (await CanIDeployAsync(broker, pact.Provider, "p2", environment)).ExitCode);
    }

    [Fact]
    public async Task A_pending_pact_fails_without_failing_the_build_and_its_failure_is_published()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        await PublishAsync(broker, pact, "1", "pong");

        var (exitCode, output) = await VerifyAsync(broker, pact, "p1", "gnop", "--enable-pending");

        Assert.True(exitCode == 0, output);
        Assert.Contains("pending", output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, (await PactCommand.RunAsync(broker, "broker", "can-i-deploy", "--pacticipant", pact.Consumer, "--version", "1", "--pacticipant", pact.Provider, "--version", "p1")).ExitCode);
    }

    [Fact]
    public async Task Work_in_progress_of_a_branch_is_verified_beside_what_was_selected()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        await PublishAsync(broker, pact, "1", "pong");
        await PublishAsync(broker, pact, "2", "ping", "feature");

        var (exitCode, output) = await VerifyAsync(broker, pact, "p1", "pong", "--enable-pending", "--include-wip-pacts-since", "2020-01-01");

        Assert.True(exitCode == 0, output);
        Assert.Equal(0, (await PactCommand.RunAsync(broker, "broker", "can-i-merge", "--pacticipant", pact.Consumer, "--version", "1")).ExitCode);
        Assert.Equal(1, (await PactCommand.RunAsync(broker, "broker", "can-i-merge", "--pacticipant", pact.Consumer, "--version", "2")).ExitCode);
    }

    [Fact]
    public async Task A_published_version_cannot_change_its_pact_and_the_command_says_so()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        await PublishAsync(broker, pact, "1", "pong");
        await PublishAsync(broker, pact, "1", "pong");

        var (exitCode, output) = await PactCommand.RunAsync(broker, "broker", "publish", pact.Write("gnop"), "--consumer-app-version", "1");

        Assert.Equal(1, exitCode);
        Assert.Contains("Cannot change the content of the pact", output);
    }

    [Fact]
    public async Task What_is_undeployed_or_out_of_support_no_longer_counts()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        var environment = await CreateEnvironmentAsync(broker);
        await PublishAsync(broker, pact, "1", "pong");
        await VerifyAsync(broker, pact, "p1", "pong");

        foreach (var (enter, leave) in new[] { ("record-deployment", "record-undeployment"), ("record-release", "record-support-ended") })
        {
            await RecordAsync(broker, enter, pact.Provider, "p1", environment);
            Assert.Equal(0, (await CanIDeployAsync(broker, pact.Consumer, "1", environment)).ExitCode);

            string[] version = leave == "record-support-ended" ? ["--version", "p1"] : [];
            await PactCommand.SucceedAsync(broker, ["broker", leave, "--pacticipant", pact.Provider, .. version, "--environment", environment]);
            Assert.Equal(1, (await CanIDeployAsync(broker, pact.Consumer, "1", environment)).ExitCode);
        }
    }

    [Fact]
    public async Task Lists_and_descriptions_name_what_was_published()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        var environment = await CreateEnvironmentAsync(broker);
        await PublishAsync(broker, pact, "1", "pong");
        await PactCommand.SucceedAsync(broker, "broker", "create-version-tag", "--pacticipant", pact.Consumer, "--version", "1", "--tag", "beta");

        Assert.Contains(pact.Consumer, await PactCommand.SucceedAsync(broker, "broker", "list-latest-pact-versions"));
        Assert.Contains(environment, await PactCommand.SucceedAsync(broker, "broker", "list-environments"));
        Assert.Contains("main", await PactCommand.SucceedAsync(broker, "broker", "describe-pacticipant", "--name", pact.Consumer));
        Assert.Contains("beta", await PactCommand.SucceedAsync(broker, "broker", "describe-version", "--pacticipant", pact.Consumer, "--version", "1"));
    }

    [Fact]
    public async Task An_unknown_environment_or_version_ends_with_a_sentence()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var pact = new PingPact();
        var environment = await CreateEnvironmentAsync(broker);
        await PublishAsync(broker, pact, "1", "pong");

        var (noEnvironment, text) = await PactCommand.RunAsync(broker, "broker", "record-deployment", "--pacticipant", pact.Consumer, "--version", "1", "--environment", "moon");
        Assert.NotEqual(0, noEnvironment);
        Assert.Contains("moon", text);
        Assert.Equal(1, (await CanIDeployAsync(broker, pact.Consumer, "9", environment)).ExitCode);
    }

    [Fact]
    public async Task User_name_and_password_open_the_broker_as_a_token_does()
    {
        await using var broker = await BrokerUnderTest.StandInAsync(StandInBrokerCredentials.Basic("anna", "secret"), userName: "anna", password: "secret");
        using var pact = new PingPact();
        await PublishAsync(broker, pact, "1", "pong");

        var (exitCode, output) = await VerifyAsync(broker, pact, "p1", "pong");

        Assert.True(exitCode == 0, output);
        Assert.Equal(0, (await PactCommand.RunAsync(broker, "broker", "can-i-deploy", "--pacticipant", pact.Consumer, "--version", "1", "--pacticipant", pact.Provider, "--version", "p1")).ExitCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wrong_credentials_end_with_a_sentence(bool basic)
    {
        await using var broker = basic
            ? await BrokerUnderTest.StandInAsync(StandInBrokerCredentials.Basic("anna", "right"), userName: "anna", password: "wrong")
            : await BrokerUnderTest.StandInAsync(StandInBrokerCredentials.Bearer("right"), token: "wrong");

        var (exitCode, output) = await PactCommand.RunAsync(broker, "broker", "list-environments");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("401", output);
    }

    private static Task<string> PublishAsync(BrokerUnderTest broker, PingPact pact, string version, string word, string branch = "main") =>
        PactCommand.SucceedAsync(broker, "broker", "publish", pact.Write(word), "--consumer-app-version", version, "--branch", branch);

    private static Task<(int ExitCode, string Output)> CanIDeployAsync(BrokerUnderTest broker, string pacticipant, string version, string environment) =>
        PactCommand.RunAsync(broker, "broker", "can-i-deploy", "--pacticipant", pacticipant, "--version", version, "--to-environment", environment);

    private static Task<string> RecordAsync(BrokerUnderTest broker, string command, string pacticipant, string version, string environment) =>
        PactCommand.SucceedAsync(broker, "broker", command, "--pacticipant", pacticipant, "--version", version, "--environment", environment);

    private static async Task<string> CreateEnvironmentAsync(BrokerUnderTest broker)
    {
        var environment = BrokerUnderTest.New("environment");
        await PactCommand.SucceedAsync(broker, "broker", "create-environment", "--name", environment);
        return environment;
    }

    private static async Task<(int ExitCode, string Output)> VerifyAsync(BrokerUnderTest broker, PingPact pact, string version, string word, params string[] more)
    {
        await using var provider = await PingProvider.StartAsync(word);
        return await PactCommand.RunAsync(broker,
        [
            "verifier", "--hostname", "127.0.0.1", "--port", $"{provider.Port}", "--provider-name", pact.Provider, "--broker-url", broker.Address.ToString(),
            "--publish", "--provider-version", version, "--provider-branch", "main", "--consumer-version-selectors", Selectors, "--no-colour",
            // Nothing here is about how fast a provider answers.
            "--request-timeout", "300000", .. more,
        ]);
    }
}
