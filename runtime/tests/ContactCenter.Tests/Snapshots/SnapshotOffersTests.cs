using ContactCenter.Interactions;
using ContactCenter.Snapshots;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Snapshots;

public sealed class SnapshotOffersTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lock_withdraws_the_open_offer_without_blaming_the_agent(bool atOnce)
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Email);
        var taken = await center.Snapshots.TakeAsync("a", new SnapshotQuery { Lock = atOnce }, TestCenter.Cancel);
        if (!atOnce)
            Assert.Null(await center.Snapshots.LockAsync("a", taken.Value!.Id, id, "Review", TestCenter.Cancel));
        Assert.Equal(States.Revoked, await center.StateAsync(id, "a"));

        center.Clock.Now += TimeSpan.FromSeconds(30);
        await center.RouteAsync();
        Assert.DoesNotContain("Unexpected/Non-Live", await center.HistoryAsync("a"));
        Assert.Null(await center.Snapshots.ReleaseAsync("a", taken.Value!.Id, TestCenter.Cancel));
        await center.RouteAsync();
        Assert.Equal(States.Invited, await center.StateAsync(id, "a"));
    }

    [Fact]
    public async Task A_snapshot_that_nobody_uses_expires_with_its_locks()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Email);
        var taken = (await center.Snapshots.TakeAsync("a", new SnapshotQuery { Lock = true }, TestCenter.Cancel)).Value!.Id;
        for (var use = 0; use < 2; use++)
        {
            center.Clock.Now += TimeSpan.FromMinutes(59);
            await center.Retention.RunAsync(TestCenter.Cancel);
            Assert.True((await center.Snapshots.GetAsync("a", taken, 0, 1, TestCenter.Cancel)).Succeeded);
        }

        center.Clock.Now += TimeSpan.FromMinutes(60);
        Assert.Equal(FailureKind.NotFound, (await center.Snapshots.GetAsync("a", taken, 0, 1, TestCenter.Cancel)).Failure?.Kind);
        await center.Retention.RunAsync(TestCenter.Cancel);
        await center.RouteAsync();
        Assert.Equal(States.Invited, await center.StateAsync(id, "a"));
    }

    [Fact]
    public async Task A_new_subject_is_found_by_a_condition()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Email);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel));
        Assert.Null(await center.Properties.UpdateAsync(id, TestCenter.By("a"), [new("Subject", "\"Invoice\"")], "#/properties", TestCenter.Cancel));
        var query = new SnapshotQuery { Lock = false, CheckInteractionsState = false, Condition = "[subject] = 'Invoice'" };
        Assert.Equal(1, (await center.Snapshots.TakeAsync("a", query, TestCenter.Cancel)).Value?.Count);
    }
}
