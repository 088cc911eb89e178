using ContactCenter.Snapshots;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Snapshots;

public sealed class SnapshotServiceTests : IAsyncLifetime
{
    private readonly TemporaryStore _temporary = new();
    private readonly SnapshotOptions _options = new() { MaxSnapshotsPerUser = 5, Views = { ["chats"] = "[media_type] = 'chat'" } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SnapshotService Service => TestSnapshots.Of(_temporary, _options);

    public async ValueTask InitializeAsync()
    {
        await _temporary.AddAgentsAsync("anna", "ben");
        await _temporary.ExecuteAsync("INSERT INTO contact_center_sessions (agent_id, channel, started_at) VALUES ('anna', 'chat', 0), ('ben', 'email', 0)");
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task A_snapshot_holds_what_meets_the_condition_in_the_asked_order()
    {
        await _temporary.AddInteractionAsync("a", "chat", receivedAt: 1);
        await _temporary.AddInteractionAsync("b", "email", receivedAt: 2);
        await _temporary.AddInteractionAsync("c", "chat", receivedAt: 3);

        Assert.Equal(["c", "a"], await IdsAsync("[media_type] = 'chat'", "[received_at] desc"));
        Assert.Equal(["a", "b", "c"], await IdsAsync());
        Assert.Equal(["b"], await IdsAsync("not [media_type] = 'chat'"));
    }

    [Fact]
    public async Task The_list_is_frozen_but_for_the_locks()
    {
        await _temporary.AddInteractionAsync("a");
        var snapshot = await TakeAsync("anna");
        await _temporary.ExecuteAsync("UPDATE interactions SET queue = 'other', user_data = '{}' WHERE id = 'a'");
        await _temporary.AddInteractionAsync("b");
        Assert.Null(await Service.LockAsync("anna", snapshot.Id, "a", "Review", Token));

        var entry = Assert.Single(await EntriesAsync("anna", snapshot.Id));
        Assert.Equal(("a", "default", """{"Subject":"x"}""", true), (entry.InteractionId, entry.Queue, entry.UserData, entry.Locked));
    }

    [Fact]
    public async Task Parts_do_not_overlap_and_the_one_beyond_the_end_is_empty()
    {
        for (var i = 0; i < 7; i++)
            await _temporary.AddInteractionAsync($"i{i}", receivedAt: i);
        var snapshot = await TakeAsync("anna");

        var ids = new List<string>();
        foreach (var start in (int[])[0, 3, 6, 7, 10_000])
            ids.AddRange((await EntriesAsync("anna", snapshot.Id, start, 3)).Select(entry => entry.InteractionId));

        Assert.Equal(["i0", "i1", "i2", "i3", "i4", "i5", "i6"], ids);
    }

    [Theory]
    [InlineData(null, 500)]
    [InlineData(100L, 100)]
    [InlineData(10_000L, 600)]
    public async Task The_list_ends_at_the_cap(long? max, long expected)
    {
        await _temporary.ExecuteAsync(
            """
            INSERT INTO interactions (id, channel, state, version, queue, queued_at, received_at, interaction_type, interaction_sub_type, user_data, customer_nickname, last_index, last_participant)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
            SELECT printf('%04d', i), 'email', 'Queued', 1, 'default', i, i, 'Inbound', 'InboundNew', '{}', '', 0, 1 FROM n
            """);

        var taken = (await Service.TakeAsync("anna", new SnapshotQuery { Lock = true, MaxInteractions = max }, Token)).Value!;

        Assert.Equal(expected, taken.Count);
        Assert.Equal(expected, await _temporary.ScalarAsync<long>("SELECT count(*) FROM snapshot_locks"));
        Assert.Equal("0001", (await EntriesAsync("anna", taken.Id, 0, 1)).Single().InteractionId);
    }

    [Fact]
    public async Task Completed_and_owned_interactions_are_left_out_unless_owned_ones_are_asked_for()
    {
        await _temporary.AddInteractionAsync("queued");
        await _temporary.AddInteractionAsync("owned", state: "Processing", owner: "ben");
        await _temporary.AddInteractionAsync("done", state: "Completed");

        Assert.Equal(["queued"], await IdsAsync());
        var all = (await Service.TakeAsync("anna", new SnapshotQuery { Lock = false, CheckInteractionsState = false }, Token)).Value!;
        Assert.Equal(["owned", "queued"], (await EntriesAsync("anna", all.Id)).Select(entry => entry.InteractionId));
    }

    [Fact]
    public async Task Locked_interactions_are_invisible_until_they_are_unlocked()
    {
        await _temporary.AddInteractionAsync("a");
        await _temporary.AddInteractionAsync("b");
        var snapshot = await TakeAsync("anna", @lock: true);
        Assert.Empty(await IdsAsync(user: "ben"));

        Assert.Null(await Service.UnlockAsync("anna", snapshot.Id, "a", Token));
        Assert.Equal(["a"], await IdsAsync(user: "ben"));
        Assert.Null(await Service.ReleaseAsync("anna", snapshot.Id, Token));
        Assert.Equal(["a", "b"], await IdsAsync(user: "ben"));
    }

    [Fact]
    public async Task Release_unlocks_only_what_its_own_snapshot_locked()
    {
        await _temporary.AddInteractionAsync("a");
        await _temporary.AddInteractionAsync("b");
        var first = await TakeAsync("anna");
        var second = await TakeAsync("ben");
        Assert.Null(await Service.LockAsync("anna", first.Id, "a", "x", Token));
        Assert.Null(await Service.LockAsync("ben", second.Id, "b", "x", Token));

        Assert.Null(await Service.ReleaseAsync("anna", first.Id, Token));

        Assert.Equal("b", await _temporary.ScalarAsync<string>("SELECT group_concat(interaction_id) FROM snapshot_locks"));
    }

    [Fact]
    public async Task An_interaction_is_locked_once_and_unlocked_where_it_was_locked()
    {
        await _temporary.AddInteractionAsync("a");
        var first = await TakeAsync("anna");
        var second = await TakeAsync("ben");

        Assert.Null(await Service.LockAsync("anna", first.Id, "a", "x", Token));
        Assert.Equal(FailureKind.WrongState, (await Service.LockAsync("anna", first.Id, "a", "x", Token))?.Kind);
        Assert.Equal(FailureKind.WrongState, (await Service.LockAsync("ben", second.Id, "a", "x", Token))?.Kind);
        Assert.Equal(FailureKind.WrongState, (await Service.UnlockAsync("ben", second.Id, "a", Token))?.Kind);
        Assert.Equal(FailureKind.NotFound, (await Service.LockAsync("anna", first.Id, "nothing", "x", Token))?.Kind);
        Assert.Null(await Service.UnlockAsync("anna", first.Id, "a", Token));
        Assert.Equal(FailureKind.WrongState, (await Service.UnlockAsync("anna", first.Id, "a", Token))?.Kind);
    }

    [Fact]
    public async Task Somebody_elses_and_a_released_snapshot_do_not_exist()
    {
        await _temporary.AddInteractionAsync("a");
        var snapshot = await TakeAsync("anna");

        await AssertUnknownAsync("ben", snapshot.Id);
        await AssertUnknownAsync("anna", snapshot.Id + 1);
        Assert.Null(await Service.ReleaseAsync("anna", snapshot.Id, Token));
        await AssertUnknownAsync("anna", snapshot.Id);
        Assert.NotEqual(snapshot.Id, (await TakeAsync("anna")).Id);
    }

    [Fact]
    public async Task Who_oversees_may_choose_a_free_identifier()
    {
        await _temporary.ExecuteAsync("UPDATE agents SET permissions = '[\"Supervisor\"]' WHERE id = 'anna'");
        var query = new SnapshotQuery { Lock = false, SnapshotId = int.MaxValue };

        Assert.Equal(int.MaxValue, (await Service.TakeAsync("anna", query, Token)).Value!.Id);
        Assert.Equal(FailureKind.InvalidMember, (await Service.TakeAsync("anna", query, Token)).Failure?.Kind);
        Assert.Equal(1, (await TakeAsync("anna")).Id);
        Assert.Equal(2, (await TakeAsync("anna")).Id);
    }

    [Fact]
    public async Task An_agent_does_not_learn_which_identifiers_others_have()
    {
        var foreign = (await TakeAsync("anna")).Id;
        foreach (var id in new[] { foreign, foreign + 1 })
        {
            var refused = (await Service.TakeAsync("ben", new SnapshotQuery { Lock = false, SnapshotId = id }, Token)).Failure;
            Assert.Equal(FailureKind.Forbidden, refused?.Kind);
            Assert.DoesNotContain($"{id}", refused!.Message, StringComparison.Ordinal);
            Assert.Equal(
                $"There is no snapshot {id} (#/snapshotId).",
                (await Service.ReleaseAsync("ben", id, Token))?.Message);
        }
    }

    [Fact]
    public async Task A_user_holds_a_bounded_number_of_snapshots()
    {
        for (var i = 0; i < 5; i++)
            await TakeAsync("anna");

        Assert.Equal(FailureKind.Forbidden, (await Service.TakeAsync("anna", new SnapshotQuery { Lock = false }, Token)).Failure?.Kind);
        await TakeAsync("ben");
    }

    [Theory]
    [InlineData("[colour] = 'red'", null, null, "#/condition, character 1")]
    [InlineData("[id] = 'x", null, null, "#/condition, character 8")]
    [InlineData(null, "[id] sideways", null, "#/order, character 6")]
    [InlineData(null, null, "nothing", "#/viewId")]
    public async Task A_wrong_query_names_its_place_and_changes_nothing(string? condition, string? order, string? view, string place)
    {
        var query = new SnapshotQuery { Lock = true, Condition = condition, Order = order, ViewId = view };
        var outcome = await Service.TakeAsync("anna", query, Token);

        Assert.Equal(FailureKind.InvalidMember, outcome.Failure?.Kind);
        Assert.Contains(place, outcome.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _temporary.ScalarAsync<long>("SELECT count(*) FROM snapshots"));
    }

    [Fact]
    public async Task The_condition_of_the_view_applies_too()
    {
        await _temporary.AddInteractionAsync("a", "chat", queue: "x");
        await _temporary.AddInteractionAsync("b", "email", queue: "x");
        await _temporary.AddInteractionAsync("c", "chat", queue: "y");

        var query = new SnapshotQuery { Lock = false, ViewId = "chats", Condition = "[queue] = 'x' or [queue] = 'z'" };
        var taken = (await Service.TakeAsync("anna", query, Token)).Value!;

        Assert.Equal(["a"], (await EntriesAsync("anna", taken.Id)).Select(entry => entry.InteractionId));
    }

    [Fact]
    public async Task Snapshots_and_locks_survive_a_restart()
    {
        await _temporary.AddInteractionAsync("a");
        var snapshot = await TakeAsync("anna", @lock: true);

        await _temporary.ReopenAsync();

        Assert.True(Assert.Single(await EntriesAsync("anna", snapshot.Id)).Locked);
    }

    private async Task AssertUnknownAsync(string user, long id)
    {
        Assert.Equal(FailureKind.NotFound, (await Service.GetAsync(user, id, 0, 1, Token)).Failure?.Kind);
        Assert.Equal(FailureKind.NotFound, (await Service.LockAsync(user, id, "a", "x", Token))?.Kind);
        Assert.Equal(FailureKind.NotFound, (await Service.UnlockAsync(user, id, "a", Token))?.Kind);
        Assert.Equal(FailureKind.NotFound, (await Service.ReleaseAsync(user, id, Token))?.Kind);
    }

    private async Task<TakenSnapshot> TakeAsync(string user, bool @lock = false) =>
        (await Service.TakeAsync(user, new SnapshotQuery { Lock = @lock }, Token)).Value!;

    private async Task<IReadOnlyList<SnapshotEntry>> EntriesAsync(string user, long id, long start = 0, long count = 1000) =>
        (await Service.GetAsync(user, id, start, count, Token)).Value!.Entries;

    private async Task<IEnumerable<string>> IdsAsync(string? condition = null, string? order = null, string user = "anna")
    {
        var outcome = await Service.TakeAsync(user, new SnapshotQuery { Lock = false, Condition = condition, Order = order }, Token);
        var ids = (await EntriesAsync(user, outcome.Value!.Id)).Select(entry => entry.InteractionId).ToList();
        await Service.ReleaseAsync(user, outcome.Value.Id, Token);
        return ids;
    }
}
