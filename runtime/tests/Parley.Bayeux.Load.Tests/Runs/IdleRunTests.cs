namespace Parley.Bayeux.Load.Runs;

public sealed class IdleRunTests
{
    [Fact]
    public async Task Idle_sessions_are_all_still_there()
    {
        var output = new StringWriter();
        Assert.True(await IdleRun.RunAsync(20, TimeSpan.FromMilliseconds(10), output, TestContext.Current.CancellationToken), output.ToString());
    }
}
