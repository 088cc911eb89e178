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
    public async Task Unexpected_is_in_the_history_also_when_the_next_offer_comes_at_once()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        await center.ArriveAsync(Channels.Email);
        center.Clock.Now += TimeSpan.FromSeconds(1);
        await center.ArriveAsync(Channels.Email);
        center.Clock.Now += TimeSpan.FromSeconds(30);
        await center.RouteAsync();
        Assert.Equal(["Ready/Ready", "Busy/Non-Live", "Unexpected/Non-Live", "Busy/Non-Live"], await center.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_pass_without_a_free_agent_does_not_wait_for_the_turn_to_write()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        Assert.Null(await center.Sessions.SetPresenceAsync("a", "Away", null, TestCenter.Cancel));
        await center.ArriveAsync(Channels.Email);
        await using var writer = await center.Temporary.Store.BeginAsync(TestCenter.Cancel);
        Assert.Null(await center.RouteAsync().WaitAsync(TimeSpan.FromMinutes(1), TestCenter.Cancel));
    }

    [Fact]
    public async Task One_pass_reaches_whom_only_an_interaction_far_behind_suits()
    {
        await using var center = new TestCenter();
        await center.ArriveAsync(Channels.Email);
        await center.Temporary.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO interactions SELECT printf('X%04d', n.i), channel, state, owner_id, version, queue, 'rare', target_agent_id, queued_at, received_at,
                completed_at, interaction_type, interaction_sub_type, user_data, customer_nickname, customer_address, subject, body, session_ended_at,
                last_index, last_participant, workbin, workbin_agent_id
            FROM interactions, n
            """);
        await center.Temporary.ExecuteAsync("UPDATE interactions SET queued_at = queued_at + 1000 WHERE id NOT LIKE 'X%'");
        await center.AddReadyAgentsAsync("a");
        await center.AddReadyAgentsAsync("b");
        await center.AddSkillAsync("b", "rare");
        await center.RouteAsync();
        Assert.Equal(["b Invited", "a Invited"], center.Messages.Take());
    }

    [Fact]
    public async Task An_interaction_that_fails_stops_no_other()
    {
        await using var center = new TestCenter();
        var failing = await center.ArriveAsync(Channels.Email);
        center.Clock.Now += TimeSpan.FromSeconds(1);
        var sound = await center.ArriveAsync(Channels.Email);
        center.Messages.FailsFor = failing;
        await center.AddReadyAgentsAsync("a");
        Assert.Equal((center.Clock.Now + TimeSpan.FromSeconds(1)).ToUnixTimeMilliseconds(), await center.RouteAsync());
        Assert.Null(await center.StateAsync(failing, "a"));
        Assert.Equal(States.Invited, await center.StateAsync(sound, "a"));
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
