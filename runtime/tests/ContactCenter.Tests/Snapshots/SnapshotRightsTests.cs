using ContactCenter.Interactions;
using ContactCenter.Snapshots;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Snapshots;

public sealed class SnapshotRightsTests
{
    [Fact]
    public async Task An_agent_locks_only_in_a_session_which_its_snapshots_do_not_survive()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        Assert.Null(await center.Sessions.EndAsync("a", TestCenter.Cancel));
        var id = await center.ArriveAsync(Channels.Email);
        Assert.Equal(FailureKind.WrongState, (await TakeAsync(center, "a", atOnce: true)).Failure?.Kind);
        var unlocked = (await TakeAsync(center, "a", atOnce: false)).Value!.Id;
        Assert.Equal(FailureKind.WrongState, (await center.Snapshots.LockAsync("a", unlocked, id, "x", TestCenter.Cancel))?.Kind);

        Assert.Null(await center.Sessions.StartAsync("a", ["chat"], TestCenter.Cancel));
        Assert.Null(await center.Snapshots.LockAsync("a", unlocked, id, "x", TestCenter.Cancel));
        Assert.Null(await center.Sessions.EndAsync("a", TestCenter.Cancel));
        Assert.Equal(0, await LocksAsync(center));
        Assert.Equal(FailureKind.NotFound, (await center.Snapshots.GetAsync("a", unlocked, 0, 1, TestCenter.Cancel)).Failure?.Kind);
    }

    [Theory]
    [InlineData("Supervisor")]
    [InlineData("Contact Center Admin")]
    public async Task Who_oversees_locks_without_a_session_and_releases_the_snapshots_of_others(string permission)
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a", "b");
        await center.AddAccountAsync("s", $"[\"{permission}\"]");
        await center.ArriveAsync(Channels.Email);
        Assert.Equal(1, (await TakeAsync(center, "s", atOnce: true)).Value?.Count);
        await center.ArriveAsync(Channels.Chat);
        var agents = (await TakeAsync(center, "a", atOnce: true)).Value!;
        Assert.Equal(1, agents.Count);

        Assert.Equal(FailureKind.NotFound, (await center.Snapshots.ReleaseAsync("b", agents.Id, TestCenter.Cancel))?.Kind);
        Assert.Equal(FailureKind.NotFound, (await center.Snapshots.GetAsync("s", agents.Id, 0, 1, TestCenter.Cancel)).Failure?.Kind);
        Assert.Null(await center.Snapshots.ReleaseAsync("s", agents.Id, TestCenter.Cancel));
        Assert.Equal(FailureKind.NotFound, (await center.Snapshots.ReleaseAsync("s", agents.Id, TestCenter.Cancel))?.Kind);
        Assert.Equal(1, await LocksAsync(center));
    }

    [Fact]
    public async Task Only_who_oversees_locks_what_somebody_else_works_on_or_keeps()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        await center.AddAccountAsync("s", "[\"Supervisor\"]");
        var kept = await AcceptAsync(center, "a");
        Assert.Null(await center.Workbins.PlaceAsync(kept, TestCenter.By("a"), "drafts", TestCenter.Cancel));
        var worked = await AcceptAsync(center, "a");
        await center.AddReadyAgentsAsync("b");

        Assert.Equal(0, (await TakeAsync(center, "b", atOnce: true)).Value?.Count);
        var listed = (await TakeAsync(center, "b", atOnce: false)).Value!;
        Assert.Equal(2, listed.Count);
        foreach (var id in new[] { worked, kept })
            Assert.Equal(FailureKind.Forbidden, (await center.Snapshots.LockAsync("b", listed.Id, id, "x", TestCenter.Cancel))?.Kind);
        var own = (await TakeAsync(center, "a", atOnce: true)).Value!;
        Assert.Equal(2, own.Count);
        Assert.Null(await center.Snapshots.ReleaseAsync("a", own.Id, TestCenter.Cancel));
        Assert.Equal(2, (await TakeAsync(center, "s", atOnce: true)).Value?.Count);
    }

    [Fact]
    public async Task Locked_work_stays_in_the_list_of_who_works_on_it()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        await center.AddAccountAsync("s", "[\"Supervisor\"]");
        var worked = await AcceptAsync(center, "a");
        await TakeAsync(center, "s", atOnce: true);
        Assert.Equal(worked, Assert.Single(await center.Lists.OfAgentAsync("a", TestCenter.Cancel)).Id);
        Assert.Empty(await center.Lists.AllAsync(TestCenter.Cancel));
    }

    [Fact]
    public async Task A_lock_opens_at_its_greatest_age_although_the_snapshot_is_used()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        await center.ArriveAsync(Channels.Email);
        var id = (await TakeAsync(center, "a", atOnce: true)).Value!.Id;
        for (var hour = 1; hour <= 16; hour++)
        {
            center.Clock.Now += TimeSpan.FromMinutes(30);
            Assert.True((await center.Snapshots.GetAsync("a", id, 0, 1, TestCenter.Cancel)).Succeeded);
            await center.Retention.RunAsync(TestCenter.Cancel);
            Assert.Equal(hour < 16 ? 1 : 0, await LocksAsync(center));
        }

        Assert.True((await center.Snapshots.GetAsync("a", id, 0, 1, TestCenter.Cancel)).Succeeded);
    }

    private static async Task<string> AcceptAsync(TestCenter center, string agent)
    {
        var id = await center.ArriveAsync(Channels.Email);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By(agent), null, TestCenter.Cancel));
        return id;
    }

    private static ValueTask<Outcome<TakenSnapshot>> TakeAsync(TestCenter center, string user, bool atOnce) =>
        center.Snapshots.TakeAsync(user, new SnapshotQuery { Lock = atOnce, CheckInteractionsState = false }, TestCenter.Cancel);

    private static Task<long> LocksAsync(TestCenter center) => center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM snapshot_locks");
}
