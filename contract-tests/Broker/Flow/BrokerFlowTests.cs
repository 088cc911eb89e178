using ContactCenter.Broker.Support;
using ContactCenter.Provider;
using ContactCenter.Provider.Host;
using ContactCenter.Provider.Pacts;
using Parley.ContractTesting;

namespace ContactCenter.Broker.Flow;

/// <summary>
/// What the pipelines of both sides do, with the real contact center, the real <c>pact</c> command and the broker: the desktop publishes its pact, the contact
/// center is verified from the broker and publishes the results, and <c>can-i-deploy</c> decides.
/// </summary>
public sealed class BrokerFlowTests(ConsumerPacts pacts) : IClassFixture<ConsumerPacts>
{
    private const string Desktop = "AgentDesktop";
    private const string ContactCenter = "ContactCenter";

    // Of a real broker only this run's branch, environment and versions are looked at.
    private readonly string _run = Guid.NewGuid().ToString("N");

    private string Environment => $"environment-{_run}";

    private string Branch => $"main-{_run}";

    [Fact]
    public async Task Both_sides_can_be_deployed_when_the_provider_keeps_the_pact_and_a_broken_provider_cannot()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        await PactCommand.SucceedAsync(broker, "broker", "create-environment", "--name", Environment);
        var published = await PublishAsync(broker, pacts.Folder, $"desktop-1-{_run}", Branch);
        Assert.Contains(Desktop, published);
        Assert.Equal(1, await CanIDeployAsync(broker, Desktop, $"desktop-1-{_run}"));

        var summary = await VerifyAsync(broker, $"center-1-{_run}");
        Assert.True(summary is { Interactions: > 0, Messages: > 0, PendingFailures: 0 }, summary.ToString());

        Assert.Equal(0, await CanIDeployAsync(broker, ContactCenter, $"center-1-{_run}"));
        await RecordAsync(broker, ContactCenter, $"center-1-{_run}");
        Assert.Equal(0, await CanIDeployAsync(broker, Desktop, $"desktop-1-{_run}"));
        await RecordAsync(broker, Desktop, $"desktop-1-{_run}");

        await Assert.ThrowsAsync<PactVerificationFailedException>(() => VerifyAsync(broker, $"center-2-{_run}", Fault.RenamedMember));
        Assert.Equal(1, await CanIDeployAsync(broker, ContactCenter, $"center-2-{_run}"));
        Assert.Equal(0, await CanIDeployAsync(broker, ContactCenter, $"center-1-{_run}"));
    }

    [Fact]
    public async Task A_wish_of_the_consumer_is_verified_as_work_in_progress_and_keeps_the_consumer_back_alone()
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        using var wish = new PactWithWish(pacts.Folder, Desktop, ContactCenter);
        await PactCommand.SucceedAsync(broker, "broker", "create-environment", "--name", Environment);
        await PublishAsync(broker, pacts.Folder, $"desktop-1-{_run}", Branch);
        await PublishAsync(broker, wish.Folder, $"desktop-2-{_run}", $"feature-{_run}");

        var summary = await VerifyAsync(broker, $"center-1-{_run}", since: new DateOnly(2020, 1, 1));
        await RecordAsync(broker, ContactCenter, $"center-1-{_run}");

        // The wish alone.
        Assert.Equal((2, 1), (summary.Pacts, summary.PendingFailures));
        Assert.Equal(0, await CanIDeployAsync(broker, Desktop, $"desktop-1-{_run}"));
        Assert.Equal(1, await CanIDeployAsync(broker, Desktop, $"desktop-2-{_run}"));
    }

    private static Task<string> PublishAsync(BrokerUnderTest broker, string folder, string version, string branch) =>
        PactCommand.SucceedAsync(broker, "broker", "publish", folder, "--consumer-app-version", version, "--branch", branch);

    private async Task<int> CanIDeployAsync(BrokerUnderTest broker, string pacticipant, string version)
    {
        var (exitCode, output) = await PactCommand.RunAsync(broker, "broker", "can-i-deploy", "--pacticipant", pacticipant, "--version", version, "--to-environment", Environment);
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        return exitCode;
    }

    private Task<string> RecordAsync(BrokerUnderTest broker, string pacticipant, string version) =>
        PactCommand.SucceedAsync(broker, "broker", "record-deployment", "--pacticipant", pacticipant, "--version", version, "--environment", Environment);

    private async Task<VerificationSummary> VerifyAsync(BrokerUnderTest broker, string version, Fault fault = Fault.None, DateOnly? since = null)
    {
        await using var center = RunningContactCenter.Start(fault);
        var source = PactSource.Broker(new PactBroker(broker.Address)
        {
            Token = broker.Token,
            UserName = broker.UserName,
            Password = broker.Password,
            Branch = Branch,
            PublishAsVersion = version,
            Selectors = [new() { MatchingBranch = true }, new() { Environment = Environment }],
            EnablePending = true,
            IncludeWorkInProgressSince = since,
        });
        return await ContactCenterVerification.VerifyAsync(center, source, TestContext.Current.CancellationToken);
    }
}
