using ContactCenter.Interactions;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Routing;

public sealed class RoutingTests
{
    [Fact]
    public async Task An_offer_that_runs_out_is_revoked_and_goes_to_the_next_agent()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        var id = await center.ArriveAsync(Channels.Email);
        Assert.Equal(["a Invited"], center.Messages.Take());

        center.Clock.Now += TimeSpan.FromSeconds(19.999);
        await center.RouteAsync();
        Assert.Empty(center.Messages.Take());
        center.Clock.Now += TimeSpan.FromMilliseconds(1);
        await center.RouteAsync();
        Assert.Equal(["a Revoked", "b Invited"], center.Messages.Take());
        Assert.Equal("Unexpected/Non-Live", (await center.HistoryAsync("a"))[^1]);
        Assert.Equal(States.Revoked, await center.StateAsync(id, "a"));
    }

    [Fact]
    public async Task The_longest_idle_agent_with_the_skill_gets_the_offer()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b", "c");
        await center.AddSkillAsync("b", "billing");
        await center.AddSkillAsync("c", "billing");
        await center.ArriveAsync(Channels.Chat, "billing");
        await center.ArriveAsync(Channels.Chat, "billing");
        await center.ArriveAsync(Channels.Chat, "billing");
        Assert.Equal(["b Invited", "c Invited"], center.Messages.Take());
    }

    [Fact]
    public async Task Only_ready_agents_with_a_session_for_the_channel_are_asked()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("away", "voice");
        await center.Sessions.SetPresenceAsync("away", "Away", null, TestCenter.Cancel);
        await center.Sessions.StartAsync("voice", ["voice"], TestCenter.Cancel);
        await center.ArriveAsync(Channels.Chat);
        Assert.Empty(center.Messages.Take());
        await center.Sessions.SetPresenceAsync("away", "Ready", null, TestCenter.Cancel);
        await center.RouteAsync();
        Assert.Equal(["away Invited"], center.Messages.Take());
    }

    [Fact]
    public async Task Routing_says_when_it_has_to_look_again()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        Assert.Null(await center.RouteAsync());
        await center.ArriveAsync(Channels.Email);
        Assert.Equal((center.Clock.Now + TimeSpan.FromSeconds(20)).ToUnixTimeMilliseconds(), await center.RouteAsync());
    }

    [Fact]
    public async Task Ending_the_session_withdraws_the_offer_which_goes_to_the_next_agent()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        await center.ArriveAsync(Channels.Email);
        Assert.Null(await center.Sessions.EndAsync("a", TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Equal(["a Invited", "a Revoked", "b Invited"], center.Messages.Take());
    }
}
