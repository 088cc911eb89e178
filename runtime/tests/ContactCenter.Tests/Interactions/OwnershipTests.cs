using ContactCenter.Interactions;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Interactions;

public sealed class OwnershipTests
{
    [Fact]
    public async Task A_conference_passes_ownership_to_the_one_who_remains()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        var id = await AcceptedAsync(center, Channels.Chat, "a");
        Assert.Null(await center.Conferences.InviteAsync(id, TestCenter.By("a"), "b", TestCenter.Cancel));
        Assert.Equal(["b InvitedConference"], center.Messages.Take());
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("b"), "Ben", TestCenter.Cancel));
        Assert.Equal(
            ["b Chatting", "b participants a+b", "b log 1:ParticipantJoined 2:Text 3:ParticipantJoined 4:ParticipantJoined", "a participants a+b", "a log 4:ParticipantJoined"],
            center.Messages.Take());
        Assert.Equal("a", await center.OwnerAsync(id));

        Assert.Null(await center.Conferences.LeaveAsync(id, TestCenter.By("a"), "a", TestCenter.Cancel));
        Assert.Equal(["a Completed", "b LeftConference a", "b participants b", "b log 5:ParticipantLeft"], center.Messages.Take());
        Assert.Equal("b", await center.OwnerAsync(id));
        Assert.Equal(FailureKind.WrongState, (await center.Conferences.LeaveAsync(id, TestCenter.By("b"), "b", TestCenter.Cancel))?.Kind);
        Assert.Equal(FailureKind.InvalidMember, (await center.Conferences.LeaveAsync(id, TestCenter.By("b"), "a", TestCenter.Cancel))?.Kind);
    }

    [Fact]
    public async Task A_transfer_to_an_agent_is_offered_to_nobody_else_until_it_is_declined()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b", "c");
        var id = await AcceptedAsync(center, Channels.Email, "a");
        Assert.Null(await center.Transfers.ToAgentAsync(id, TestCenter.By("a"), "c", TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Equal(["a Completed", "c Invited"], center.Messages.Take());
        Assert.Null(await center.OwnerAsync(id));

        Assert.Null(await center.Accepting.RejectAsync(id, TestCenter.By("c"), TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Equal(["c Completed", "b Invited"], center.Messages.Take());
    }

    [Fact]
    public async Task A_transfer_by_skill_reaches_an_agent_with_the_skill()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b", "c");
        await center.AddSkillAsync("c", "billing");
        var id = await AcceptedAsync(center, Channels.Chat, "a");
        Assert.Equal(FailureKind.InvalidMember, (await center.Transfers.ToSkillAsync(id, TestCenter.By("a"), "juggling", TestCenter.Cancel))?.Kind);
        Assert.Null(await center.Transfers.ToSkillAsync(id, TestCenter.By("a"), "billing", TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Equal(["a Completed", "c Invited"], center.Messages.Take());
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("c"), "Clara", TestCenter.Cancel));
        Assert.Equal("c", await center.OwnerAsync(id));
    }

    [Theory]
    [InlineData("a", "caller")]
    [InlineData("nobody", "no agent")]
    [InlineData("away", "no contact center session")]
    public async Task A_transfer_names_what_is_wrong_with_the_target(string target, string complaint)
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        await center.AddAccountAsync("away", "[\"Agent\"]");
        var id = await AcceptedAsync(center, Channels.Email, "a");
        var failure = await center.Transfers.ToAgentAsync(id, TestCenter.By("a"), target, TestCenter.Cancel);
        Assert.Equal(FailureKind.InvalidMember, failure?.Kind);
        Assert.Contains(complaint, failure!.Message, StringComparison.Ordinal);
        Assert.Contains("#/targetId", failure.Message, StringComparison.Ordinal);
        Assert.Equal("a", await center.OwnerAsync(id));
    }

    [Fact]
    public async Task What_is_placed_in_a_queue_goes_to_another_agent_and_comes_back_only_after_the_retry_delay()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await AcceptedAsync(center, Channels.Email, "a");
        Assert.Equal(FailureKind.InvalidMember, (await center.Completion.PlaceInQueueAsync(id, TestCenter.By("a"), "none", "#/queue", TestCenter.Cancel))?.Kind);
        Assert.Null(await center.Completion.PlaceInQueueAsync(id, TestCenter.By("a"), "billing", "#/queue", TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Equal(States.Completed, await center.StateAsync(id, "a"));
        center.Clock.Now += TimeSpan.FromSeconds(61);
        await center.RouteAsync();
        Assert.Equal(States.Invited, await center.StateAsync(id, "a"));
    }

    [Fact]
    public async Task What_is_in_a_workbin_rests_until_its_agent_accepts_it()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        var id = await AcceptedAsync(center, Channels.Email, "a");
        Assert.Equal(FailureKind.InvalidMember, (await center.Workbins.PlaceAsync(id, TestCenter.By("a"), "none", TestCenter.Cancel))?.Kind);
        Assert.Null(await center.Workbins.PlaceAsync(id, TestCenter.By("a"), "drafts", TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Null(await center.Workbins.SendContentAsync("a", "drafts", TestCenter.Cancel));
        Assert.Null(await center.Workbins.SendContentAsync("b", "drafts", TestCenter.Cancel));
        Assert.Equal(["a InWorkbin", "a workbin drafts 1", "b workbin drafts 0"], center.Messages.Take());

        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a", States.InWorkbin), null, TestCenter.Cancel));
        Assert.Equal("a", await center.OwnerAsync(id));
        Assert.Null(await center.Workbins.SendContentAsync("a", "drafts", TestCenter.Cancel));
        Assert.Equal(["a Processing", "a workbin drafts 0"], center.Messages.Take());
    }

    [Fact]
    public async Task Properties_are_replaced_one_by_one()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await AcceptedAsync(center, Channels.Email, "a");
        await center.Properties.UpdateAsync(id, TestCenter.By("a"), [new("x", "{\"y\":1}"), new("z", "null")], "#/properties", TestCenter.Cancel);
        await center.Properties.UpdateAsync(id, TestCenter.By("a"), [new("x", "2.50")], "#/properties", TestCenter.Cancel);
        Assert.Equal("""a properties {"x":2.50,"z":null}""", center.Messages.Take()[^1]);
    }

    [Fact]
    public async Task The_history_of_an_agent_follows_work_without_gaps()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        center.Clock.Now += TimeSpan.FromSeconds(1);
        var id = await AcceptedAsync(center, Channels.Chat, "a");
        center.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await center.Conversations.EndAsync(id, TestCenter.By("a"), TestCenter.Cancel));
        center.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await center.Completion.CompleteAsync(id, TestCenter.By("a"), TestCenter.Cancel));
        center.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await center.Sessions.SetPresenceAsync("a", "ExtendedAway", "Lunch", TestCenter.Cancel));
        center.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await center.Sessions.EndAsync("a", TestCenter.Cancel));
        Assert.Equal(
            ["Ready/Ready", "Busy/Semi-Live", "Wrap/Semi-Live", "Ready/Ready", "ExtendedAway/Lunch", "LoggedOut/LoggedOut"],
            await center.HistoryAsync("a"));
    }

    private static async Task<string> AcceptedAsync(TestCenter center, string channel, string agent)
    {
        var id = await center.ArriveAsync(channel);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By(agent, States.Invited), null, TestCenter.Cancel));
        center.Messages.Take();
        return id;
    }
}
