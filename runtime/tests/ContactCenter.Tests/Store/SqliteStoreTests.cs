using ContactCenter.Notifications;
using ContactCenter.Store;
using ContactCenter.Tests.Support;
using Microsoft.Data.Sqlite;
using Parley;
using Parley.Bayeux;

namespace ContactCenter.Tests.Store;

public sealed class SqliteStoreTests
{
    private static readonly NotificationDescriptor Notification = new() { Name = "N", Channel = "/v2/me/x" };

    [Fact]
    public async Task A_second_process_on_the_same_file_is_refused()
    {
        await using var temporary = new TemporaryStore();
        var exception = Assert.Throws<InvalidOperationException>(() => new SqliteContactCenterStore(temporary.Store.DatabasePath, TimeProvider.System));
        Assert.Contains("in use by another process", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_not_called_another_process() =>
        Assert.Throws<DirectoryNotFoundException>(() => DatabaseLock.Take(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "x.db")));

    [Fact]
    public async Task A_listener_that_throws_neither_fails_the_commit_nor_keeps_it_from_the_others()
    {
        await using var temporary = new TemporaryStore();
        var heard = 0;
        temporary.Store.Committed += static _ => throw new InvalidOperationException("listener");
        temporary.Store.Committed += _ => heard++;
        await PublishAsync(temporary, "a");
        await PublishAsync(temporary, "a");
        Assert.Equal(2, heard);
    }

    [Fact]
    public async Task Notifications_are_numbered_for_each_agent_without_gaps_also_after_reopening()
    {
        await using var temporary = new TemporaryStore();
        await PublishAsync(temporary, "a", "b", "a");
        await temporary.ReopenAsync();
        await PublishAsync(temporary, "a");
        var log = new OutboxEventLog(temporary.Store);
        Assert.Equal([1, 2, 3], (await log.ReadAsync("a", 0, 10, TestCenter.Cancel)).Select(item => item.Sequence));
        Assert.Equal([1], (await log.ReadAsync("b", 0, 10, TestCenter.Cancel)).Select(item => item.Sequence));
    }

    [Theory]
    [InlineData(300 * 1024, 3)]
    [InlineData(512 * 1024, 2)]
    [InlineData(512 * 1024 + 1, 1)]
    [InlineData(2 * 1024 * 1024, 1)]
    public async Task One_reading_returns_a_bounded_number_of_bytes_and_at_least_one_event(int size, int expected)
    {
        await using var temporary = new TemporaryStore();
        await temporary.ExecuteAsync(
            "INSERT INTO notifications (agent_id, seq, channel, data, created_at) VALUES ('a', 1, '/x', zeroblob(@size), 0), ('a', 2, '/x', zeroblob(@size), 0), "
            + "('a', 3, '/x', zeroblob(@size), 0), ('a', 4, '/x', zeroblob(@size), 0)",
            new { size });
        var log = new OutboxEventLog(temporary.Store);
        Assert.Equal(Enumerable.Range(1, expected).Select(seq => (long)seq), (await log.ReadAsync("a", 0, 128, TestCenter.Cancel)).Select(item => item.Sequence));
        Assert.Equal([4], (await log.ReadAsync("a", 3, 128, TestCenter.Cancel)).Select(item => item.Sequence));
    }

    [Fact]
    public async Task What_is_not_committed_never_was()
    {
        await using var temporary = new TemporaryStore();
        await using (var work = await temporary.Store.BeginAsync(TestCenter.Cancel))
        {
            work.Publish("a", Notification, "{}"u8.ToArray());
            await work.ExecuteAsync("INSERT INTO queues (name) VALUES ('q')");
        }

        Assert.Equal(0, await temporary.ScalarAsync<long>("SELECT COUNT(*) FROM queues"));
        Assert.Equal(0, (await new OutboxEventLog(temporary.Store).GetPositionAsync("a", TestCenter.Cancel)).Newest);
    }

    [Fact]
    public async Task A_cursor_moves_forward_only()
    {
        await using var temporary = new TemporaryStore();
        await PublishAsync(temporary, "a", "a", "a");
        var log = new OutboxEventLog(temporary.Store);
        await log.AcknowledgeAsync("a", [new BayeuxCursor("/v2/me/x", 2)], TestCenter.Cancel);
        await log.AcknowledgeAsync("a", [new BayeuxCursor("/v2/me/x", 1)], TestCenter.Cancel);
        var position = await log.GetPositionAsync("a", TestCenter.Cancel);
        Assert.Equal((1L, 3L, 2L), (position.Oldest, position.Newest, Assert.Single(position.Cursors).Sequence));
    }

    [Fact]
    public async Task What_was_committed_is_in_the_file_when_the_program_dies_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("contact-center-");
        await using (var temporary = new TemporaryStore())
        {
            await PublishAsync(temporary, "a");
            // The files as a crash would leave them: log not checkpointed, nothing closed.
            foreach (var suffix in new[] { "", "-wal" })
                File.Copy(temporary.Store.DatabasePath + suffix, Path.Combine(folder.FullName, "copy.db" + suffix));
        }

        await using (var copy = new SqliteContactCenterStore(Path.Combine(folder.FullName, "copy.db"), TimeProvider.System))
            Assert.Single(await new OutboxEventLog(copy).ReadAsync("a", 0, 10, TestCenter.Cancel));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_conflict_starts_the_operation_again()
    {
        await using var temporary = new TemporaryStore();
        var attempts = 0;
        var failure = await temporary.Store.RunAsync(
            async work =>
            {
                await work.ExecuteAsync("INSERT INTO queues (name) VALUES ('q')");
                return ++attempts < 3 ? throw new ConflictException() : null;
            },
            TestCenter.Cancel);
        Assert.Null(failure);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task After_a_full_disk_writing_goes_on_as_soon_as_there_is_room()
    {
        await using var temporary = new TemporaryStore();
        await temporary.FillAsync();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await using var work = await temporary.Store.BeginAsync(TestCenter.Cancel);
            var full = await Assert.ThrowsAsync<SqliteException>(
                async () => await work.ExecuteAsync("INSERT INTO queues (name) VALUES (@name)", new { name = new string('x', 100_000) }));
            Assert.Equal(SQLitePCL.raw.SQLITE_FULL, full.SqliteErrorCode);
        }

        await temporary.MakeRoomAsync();
        await temporary.ExecuteAsync("INSERT INTO queues (name) VALUES ('q')");
        Assert.Equal("q", await temporary.ScalarAsync<string>("SELECT name FROM queues"));
    }

    [Fact]
    public async Task A_commit_that_fails_and_is_undone_by_SQLite_itself_does_not_stop_the_next()
    {
        await using var temporary = new TemporaryStore();
        await using (var work = await temporary.Store.BeginAsync(TestCenter.Cancel))
        {
            var connection = (SqliteConnection)work.Connection;
            await work.ExecuteAsync("INSERT INTO queues (name) VALUES ('lost')");
            // As with an I/O error: COMMIT fails, and SQLite rolls back.
            SQLitePCL.raw.sqlite3_commit_hook(connection.Handle, static _ => 1, null);
            await Assert.ThrowsAsync<SqliteException>(async () => await work.CommitAsync(TestCenter.Cancel));
            SQLitePCL.raw.sqlite3_commit_hook(connection.Handle, null, null);
        }

        await temporary.ExecuteAsync("INSERT INTO queues (name) VALUES ('q')");
        Assert.Equal("q", await temporary.ScalarAsync<string>("SELECT group_concat(name) FROM queues"));
    }

    private static async Task PublishAsync(TemporaryStore temporary, params string[] agents)
    {
        await using var work = await temporary.Store.BeginAsync(TestCenter.Cancel);
        foreach (var agent in agents)
            work.Publish(agent, Notification, "{}"u8.ToArray());
        await work.CommitAsync(TestCenter.Cancel);
    }
}
