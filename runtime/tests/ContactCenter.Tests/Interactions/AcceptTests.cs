using ContactCenter.Interactions;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Interactions;

public sealed class AcceptTests
{
    [Fact]
    public async Task Accept_by_two_agents_has_one_winner_in_each_of_200_races()
    {
        await using var center = new TestCenter(routing => routing.OffersAtOnce = 2);
        await center.AddReadyAgentsAsync("a", "b");
        for (var round = 0; round < 200; round++)
        {
            var id = await center.ArriveAsync(round % 2 == 0 ? Channels.Chat : Channels.Email);
            using var start = new Barrier(2);
            var race = await Task.WhenAll(new[] { "a", "b" }.Select(agent => Task.Run(
                async () =>
                {
                    start.SignalAndWait(TestCenter.Cancel);
                    return (agent, failure: await center.Accepting.AcceptAsync(id, TestCenter.By(agent, States.Invited), "Nick", TestCenter.Cancel));
                },
                TestCenter.Cancel)));

            var winner = Assert.Single(race, result => result.failure is null).agent;
            var loser = Assert.Single(race, result => result.failure is not null);
            Assert.Equal(FailureKind.WrongState, loser.failure!.Kind);
            Assert.Equal(winner, await center.OwnerAsync(id));
            Assert.Equal(States.Revoked, await center.StateAsync(id, loser.agent));
            Assert.Null(await center.Completion.CompleteAsync(id, TestCenter.By(winner), TestCenter.Cancel));
        }
    }

    [Fact]
    public async Task Accept_of_a_chat_tells_state_then_participants_then_the_whole_transcript()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Chat);
        Assert.Equal(["a Invited"], center.Messages.Take());

        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a", States.Invited), "Anna", TestCenter.Cancel));
        Assert.Equal(
            ["a Chatting", "a participants a", "a log 1:ParticipantJoined 2:Text 3:ParticipantJoined"],
            center.Messages.Take());
    }

    [Fact]
    public async Task An_interaction_of_somebody_else_does_not_exist()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        var id = await center.ArriveAsync(Channels.Email);
        var failure = await center.Accepting.AcceptAsync(id, TestCenter.By("b"), null, TestCenter.Cancel);
        Assert.Equal(FailureKind.NotFound, failure?.Kind);
    }

    [Fact]
    public async Task A_locked_interaction_cannot_be_accepted_and_nothing_changes()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Email);
        await center.Temporary.ExecuteAsync("INSERT INTO snapshots (id, owner_id, taken_at, item_count) VALUES (1, 'a', 0, 1)");
        await center.Temporary.ExecuteAsync(
            "INSERT INTO snapshot_locks (interaction_id, snapshot_id, locked_by, locked_at) VALUES (@id, 1, 'a', 0)", new { id });
        var failure = await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel);
        Assert.Equal(FailureKind.Forbidden, failure?.Kind);
        Assert.Equal(States.Invited, await center.StateAsync(id, "a"));
    }

    [Fact]
    public async Task Accepting_an_invitation_into_a_chat_that_has_ended_fails_to_join()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        var id = await center.ArriveAsync(Channels.Chat);
        await center.Accepting.AcceptAsync(id, TestCenter.By("a"), "Anna", TestCenter.Cancel);
        Assert.Null(await center.Conferences.InviteAsync(id, TestCenter.By("a"), "b", TestCenter.Cancel));
        Assert.Null(await center.Gateway.LeaveAsync(Channels.Chat, id, TestCenter.Operation(States.Chatting), TestCenter.Cancel));
        Assert.Equal(States.LeftChat, await center.StateAsync(id, "a"));

        center.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("b"), "Ben", TestCenter.Cancel));
        Assert.Equal(States.JoinFailed, await center.StateAsync(id, "b"));
        Assert.Equal("Failed/Semi-Live", (await center.HistoryAsync("b"))[^1]);
        Assert.Null(await center.Completion.CompleteAsync(id, TestCenter.By("a"), TestCenter.Cancel));
        Assert.Null(await center.Completion.CompleteAsync(id, TestCenter.By("b"), TestCenter.Cancel));
        Assert.Equal(States.Completed, await center.WholeStateAsync(id));
    }
}
