using ContactCenter.Interactions;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Hosting;

public sealed class RetentionTests
{
    [Fact]
    public async Task Completed_interactions_and_ended_history_go_when_they_are_old()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Chat);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel));
        Assert.Null(await center.Completion.CompleteAsync(id, TestCenter.By("a"), TestCenter.Cancel));
        var open = await center.ArriveAsync(Channels.Chat);

        center.Clock.Now += TimeSpan.FromDays(90);
        await center.Retention.RunAsync(TestCenter.Cancel);
        Assert.Equal(States.Completed, await center.WholeStateAsync(id));

        center.Clock.Now += TimeSpan.FromMilliseconds(1);
        await center.Retention.RunAsync(TestCenter.Cancel);
        Assert.Null(await center.WholeStateAsync(id));
        Assert.Equal(States.Queued, await center.WholeStateAsync(open));
        Assert.Equal("Busy/Semi-Live", Assert.Single(await center.HistoryAsync("a")));
    }

    [Theory]
    [InlineData(1, 0, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(30, 1, 0)]
    public async Task Notifications_go_when_they_are_confirmed_and_old_or_very_old(int days, int milliseconds, long left)
    {
        await using var center = new TestCenter();
        await center.Temporary.ExecuteAsync(
            """
            INSERT INTO notifications (agent_id, seq, channel, data, created_at) VALUES ('a', 1, '/x', x'00', @now), ('a', 2, '/x', x'00', @now);
            INSERT INTO cursors (agent_id, channel, seq) VALUES ('a', '/x', 1);
            """,
            new { now = center.Clock.Now.ToUnixTimeMilliseconds() });
        center.Clock.Now += TimeSpan.FromDays(days) + TimeSpan.FromMilliseconds(milliseconds);
        await center.Retention.RunAsync(TestCenter.Cancel);
        Assert.Equal(left, await center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM notifications"));
    }
}
