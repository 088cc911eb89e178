using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Runs;

public sealed class RatioRunTests
{
    [Fact]
    public async Task Every_server_brings_every_event_to_every_session_once_and_in_order()
    {
        Assert.True(FayeInstallation.Exists, $"Faye is not installed: run `npm ci` in {FayeInstallation.Directory}.");

        var output = new StringWriter();
        var plan = new RatioPlan(Sessions: 20, Rounds: 1, WarmUps: 2, SocketDeliveries: 400, PollDeliveries: 200, PacedEvents: 2);
        await using (var run = new RatioRun(plan, output))
            Assert.True(await run.RunAsync(TestContext.Current.CancellationToken), output.ToString());

        var lines = output.ToString().Split('\n', StringSplitOptions.TrimEntries);
        foreach (var contender in Contender.All)
        {
            Assert.All((string[])["lost", "duplicated", "reordered"], count => Assert.Contains($"{contender.Name}/{count}\t0", lines));
            Assert.All((string[])["cpu-us", "cpu-paced-us", "p50-ms", "p99-ms", "session-kb"], measure => Assert.Single(lines, line => line.StartsWith($"{contender.Name}/{measure}\t", StringComparison.Ordinal)));
        }
    }
}
