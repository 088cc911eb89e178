using ContactCenter.Interactions;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Sessions;

public sealed class SessionServiceTests
{
    [Fact]
    public async Task Who_is_no_agent_has_no_presence()
    {
        await using var center = new TestCenter();
        await center.AddAccountAsync("g", "[\"MediaGateway\"]");
        Assert.Equal(FailureKind.NotFound, (await center.Sessions.SetPresenceAsync("g", "Ready", null, TestCenter.Cancel))?.Kind);
        Assert.Equal(FailureKind.NotFound, (await center.Sessions.SetPresenceAsync("nobody", "Ready", null, TestCenter.Cancel))?.Kind);
    }

    [Fact]
    public async Task Logging_out_by_presence_ends_channels_offers_and_monitoring()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        Assert.Null(await center.Supervision.MonitorAsync("a", "b", Modes.Monitor, "AllChats", null, TestCenter.Cancel));
        var id = await center.ArriveAsync(Channels.Email);
        Assert.Null(await center.Sessions.SetPresenceAsync("a", "LoggedOut", "Home", TestCenter.Cancel));
        Assert.Equal(States.Revoked, await center.StateAsync(id, "a"));
        Assert.Equal(0, await center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM monitors"));
        Assert.Equal(0, await center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM contact_center_sessions WHERE agent_id = 'a'"));
        Assert.Equal(["Ready/Ready", "Busy/Non-Live", "LoggedOut/Home"], await center.HistoryAsync("a"));
    }
}
