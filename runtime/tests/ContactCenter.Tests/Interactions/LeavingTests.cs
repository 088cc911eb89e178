using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Interactions;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Interactions;

public sealed class LeavingTests
{
    [Fact]
    public async Task Completing_in_a_conference_tells_who_remains_that_the_agent_has_left()
    {
        await using var center = new TestCenter();
        var id = await ConferAsync(center, Channels.Email);
        Assert.Null(await center.Completion.CompleteAsync(id, TestCenter.By("a"), TestCenter.Cancel));
        Assert.Equal("b", await center.OwnerAsync(id));
        Assert.Equal(["a Completed", "b LeftConference a"], center.Messages.Take());
    }

    [Fact]
    public async Task LeftConference_is_told_after_the_agent_has_left()
    {
        await using var center = new TestCenter();
        var id = await ConferAsync(center, Channels.Chat);
        Assert.Null(await center.Conferences.LeaveAsync(id, TestCenter.By("b"), "b", TestCenter.Cancel));
        Assert.Equal(["b Completed", "a LeftConference b", "a participants a"], center.Messages.Take()[..3]);
    }

    [Fact]
    public async Task The_customer_continues_an_sms_session_that_the_agent_has_left()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await LeftAsync(center);
        Assert.Equal(States.LeftChat, await center.StateAsync(id, "a"));
        Assert.Equal(States.WaitingForAgent, (await center.Gateway.ReadAsync(Channels.Sms, id, 1, 0, TestCenter.Cancel))?.State);
        Assert.Null(await center.Gateway.SendAsync(Channels.Sms, id, TestCenter.Operation(States.WaitingForAgent), "More", TestCenter.Cancel));
        Assert.Null(await center.Completion.CompleteAsync(id, TestCenter.By("a", States.LeftChat), TestCenter.Cancel));
        Assert.Equal(States.Completed, (await center.Gateway.ReadAsync(Channels.Sms, id, 1, 0, TestCenter.Cancel))?.State);
    }

    [Fact]
    public async Task The_next_agent_converses_in_a_session_that_was_left_and_queued()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        var id = await LeftAsync(center);
        Assert.Null(await center.Completion.PlaceInQueueAsync(id, TestCenter.By("a"), "default", "#/queueName", TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("b"), null, TestCenter.Cancel));
        Assert.Equal(States.Chatting, await center.StateAsync(id, "b"));
        Assert.Null(await center.Conversations.SendAsync(id, TestCenter.By("b", States.Chatting), "Here I am", TestCenter.Cancel));
    }

    [Fact]
    public async Task A_queue_does_not_ask_for_the_skill_of_the_way_before()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        await center.AddSkillAsync("a", "billing");
        var id = await center.ArriveAsync(Channels.Email, "billing");
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel));
        Assert.Null(await center.Completion.PlaceInQueueAsync(id, TestCenter.By("a"), "default", "#/queue", TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Equal(States.Invited, await center.StateAsync(id, "b"));
    }

    [Theory]
    [InlineData(Channels.Chat)]
    [InlineData(Channels.Email)]
    [InlineData(Channels.Sms)]
    public async Task An_operation_reaches_interactions_of_its_contracts_channel_only(string channel)
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(channel);
        foreach (var (of, operation) in new[]
        {
            (Channels.Chat, ChatContract.Accept), (Channels.Email, InteractionsContract.Accept), (Channels.Sms, SmsSessionsContract.Accept),
        }.OrderBy(pair => pair.Item1 == channel))
        {
            var failure = await center.Accepting.AcceptAsync(id, new Caller("a", operation), null, TestCenter.Cancel);
            Assert.Equal(of == channel ? null : FailureKind.NotFound, failure?.Kind);
        }
    }

    private static async Task<string> ConferAsync(TestCenter center, string channel)
    {
        await center.AddReadyAgentsAsync("a", "b");
        var id = await center.ArriveAsync(channel);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel));
        Assert.Null(await center.Conferences.InviteAsync(id, TestCenter.By("a"), "b", TestCenter.Cancel));
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("b"), null, TestCenter.Cancel));
        center.Messages.Take();
        return id;
    }

    private static async Task<string> LeftAsync(TestCenter center)
    {
        var id = await center.ArriveAsync(Channels.Sms);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel));
        Assert.Null(await center.Conversations.LeaveAsync(id, TestCenter.By("a"), TestCenter.Cancel));
        return id;
    }
}
