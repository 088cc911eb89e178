using ContactCenter.Interactions;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Supervision;

public sealed class SupervisionTests
{
    [Fact]
    public async Task Intrude_needs_a_known_session_and_an_active_one()
    {
        await using var center = await ArrangeAsync();
        var id = await center.ArriveAsync(Channels.Sms);
        Assert.Equal(FailureKind.NotFound, await IntrudeAsync(center, "nobody", id, Modes.Coach));
        Assert.Equal(FailureKind.NotFound, await IntrudeAsync(center, "a", "UNKNOWN", Modes.Coach));
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.Monitor, "AllChats", null, TestCenter.Cancel));
        Assert.Equal(FailureKind.WrongState, await IntrudeAsync(center, "a", id, Modes.Coach));
        await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel);
        Assert.Null(await IntrudeAsync(center, "a", id, Modes.Coach));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Modes.BargeIn)]
    public async Task Intrude_needs_monitoring_with_and_without_a_mode(string? mode)
    {
        await using var center = await ArrangeAsync();
        var id = await AcceptedAsync(center);
        Assert.Equal(FailureKind.WrongState, await IntrudeAsync(center, "a", id, mode));
    }

    [Theory]
    [InlineData(null, Modes.Monitor)]
    [InlineData(Modes.Monitor, Modes.Monitor)]
    [InlineData(Modes.Coach, Modes.Coach)]
    [InlineData(Modes.BargeIn, Modes.BargeIn)]
    public async Task Intrude_invites_again_in_the_new_mode_after_the_monitoring_has_invited(string? mode, string effective)
    {
        await using var center = await ArrangeAsync();
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.Monitor, "AllChats", null, TestCenter.Cancel));
        var id = await AcceptedAsync(center);
        center.Messages.Take();
        Assert.Null(await IntrudeAsync(center, "a", id, mode));
        Assert.Equal(["s Invited"], center.Messages.Take());
        Assert.Equal(effective, await center.Temporary.ScalarAsync<string>("SELECT supervisor_mode FROM participations WHERE agent_id = 's'"));
    }

    [Fact]
    public async Task Intrude_invites_again_who_takes_part_already()
    {
        await using var center = await ArrangeAsync();
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.BargeIn, "AllChats", null, TestCenter.Cancel));
        var id = await AcceptedAsync(center);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("s", States.Invited), null, TestCenter.Cancel));
        center.Messages.Take();
        Assert.Null(await IntrudeAsync(center, "a", id, Modes.Coach));
        var told = center.Messages.Take();
        Assert.Contains("a participants a", told);
        Assert.Equal("s Invited", told[^1]);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("s", States.Invited), null, TestCenter.Cancel));
    }

    [Fact]
    public async Task NextChat_is_the_next_session_also_for_who_is_in_it_already()
    {
        await using var center = await ArrangeAsync();
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.Monitor, "NextChat", null, TestCenter.Cancel));
        var id = await center.ArriveAsync(Channels.Sms);
        await center.Temporary.ExecuteAsync(
            "INSERT INTO participations (interaction_id, agent_id, role, state, since, version) VALUES (@id, 's', 'Supervisor', 'Chatting', 0, 1)", new { id });
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a", States.Invited), null, TestCenter.Cancel));
        Assert.Equal(id, await center.Temporary.ScalarAsync<string>("SELECT session_id FROM monitors"));
    }

    [Fact]
    public async Task NextChat_reaches_no_other_session()
    {
        await using var center = await ArrangeAsync();
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.Monitor, "NextChat", null, TestCenter.Cancel));
        var first = await AcceptedAsync(center);
        var second = await center.ArriveAsync(Channels.Sms);
        await center.Temporary.ExecuteAsync(
            "INSERT INTO participations (interaction_id, agent_id, role, state, since, version) VALUES (@second, 'a', 'Agent', 'Chatting', 0, 1)", new { second });
        Assert.Equal(FailureKind.WrongState, await IntrudeAsync(center, "a", second, null));
        Assert.Null(await IntrudeAsync(center, "a", first, null));
    }

    [Fact]
    public async Task A_monitored_agents_next_session_invites_the_supervisor_once_with_NextChat()
    {
        await using var center = await ArrangeAsync();
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.Monitor, "NextChat", null, TestCenter.Cancel));
        var first = await AcceptedAsync(center);
        Assert.Equal(States.Invited, await center.StateAsync(first, "s"));
        Assert.Null(await center.Completion.CompleteAsync(first, TestCenter.By("a"), TestCenter.Cancel));
        Assert.Equal(States.Revoked, await center.StateAsync(first, "s"));
        Assert.Null(await center.StateAsync(await AcceptedAsync(center), "s"));
        Assert.Equal(FailureKind.WrongState, (await center.Supervision.CancelAsync("s", "a", TestCenter.Cancel))?.Kind);
    }

    [Fact]
    public async Task A_supervisor_is_seen_and_heard_as_the_mode_says()
    {
        await using var center = await ArrangeAsync();
        var id = await AcceptedAsync(center);
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.BargeIn, "AllChats", null, TestCenter.Cancel));
        Assert.Null(await IntrudeAsync(center, "a", id, Modes.Monitor));
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("s"), "Sofia", TestCenter.Cancel));
        center.Messages.Take();
        Assert.Equal(FailureKind.Forbidden, (await center.Conversations.SendAsync(id, TestCenter.By("s"), "x", TestCenter.Cancel))?.Kind);
        Assert.Equal(FailureKind.Forbidden, (await center.Completion.CompleteAsync(id, TestCenter.By("s"), TestCenter.Cancel))?.Kind);
        Assert.Equal(FailureKind.Forbidden, (await center.Supervision.SwitchAsync(id, TestCenter.By("a"), Modes.Coach, TestCenter.Cancel))?.Kind);

        Assert.Null(await center.Supervision.SwitchAsync(id, TestCenter.By("s"), Modes.Coach, TestCenter.Cancel));
        Assert.Null(await center.Conversations.SendAsync(id, TestCenter.By("s"), "to agents", TestCenter.Cancel));
        Assert.Null(await center.Supervision.SwitchAsync(id, TestCenter.By("s"), Modes.BargeIn, TestCenter.Cancel));
        Assert.Null(await center.Conversations.SendAsync(id, TestCenter.By("s"), "to all", TestCenter.Cancel));
        var customer = await center.Gateway.ReadAsync(Channels.Sms, id, 1, 0, TestCenter.Cancel);
        Assert.Equal(["Hello", "to all"], customer!.Messages.Where(entry => entry.Text is not null).Select(entry => entry.Text));
        Assert.DoesNotContain(customer.Messages, entry => entry.AgentId == "s" && entry.Type != "Text");
    }

    [Fact]
    public async Task A_supervisor_is_revoked_when_the_session_goes_back_to_a_queue()
    {
        await using var center = await ArrangeAsync();
        var id = await AcceptedAsync(center);
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.BargeIn, "AllChats", null, TestCenter.Cancel));
        Assert.Null(await IntrudeAsync(center, "a", id, Modes.BargeIn));
        await center.Accepting.AcceptAsync(id, TestCenter.By("s"), null, TestCenter.Cancel);
        Assert.Null(await center.Completion.PlaceInQueueAsync(id, TestCenter.By("a"), "billing", "#/queueName", TestCenter.Cancel));
        Assert.Equal(States.Revoked, await center.StateAsync(id, "s"));
    }

    [Fact]
    public async Task A_supervisor_leaves_with_the_contact_center_session()
    {
        await using var center = await ArrangeAsync();
        Assert.Null(await center.Sessions.StartAsync("s", ["smssession"], TestCenter.Cancel));
        var id = await AcceptedAsync(center);
        Assert.Null(await center.Supervision.MonitorAsync("s", "a", Modes.BargeIn, "AllChats", null, TestCenter.Cancel));
        Assert.Null(await IntrudeAsync(center, "a", id, mode: null));
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("s"), null, TestCenter.Cancel));
        center.Messages.Take();

        Assert.Null(await center.Sessions.EndAsync("s", TestCenter.Cancel));
        Assert.Equal(["s Completed", "a participants a", "a log 5:ParticipantLeft"], center.Messages.Take());
        Assert.Equal("a", await center.OwnerAsync(id));
        Assert.Null(await center.Conversations.SendAsync(id, TestCenter.By("a"), "Still here", TestCenter.Cancel));
        Assert.Equal(["a log 6:Text"], center.Messages.Take());
    }

    private static async Task<TestCenter> ArrangeAsync()
    {
        var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        await center.AddAccountAsync("s", "[\"Supervisor\"]");
        return center;
    }

    private static async Task<string> AcceptedAsync(TestCenter center)
    {
        var id = await center.ArriveAsync(Channels.Sms);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a", States.Invited), null, TestCenter.Cancel));
        return id;
    }

    private static async Task<FailureKind?> IntrudeAsync(TestCenter center, string agent, string id, string? mode) =>
        (await center.Supervision.IntrudeAsync("s", agent, id, mode, TestCenter.Cancel))?.Kind;
}
