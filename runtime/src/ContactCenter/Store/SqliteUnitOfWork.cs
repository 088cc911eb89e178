using System.Data.Common;
using Microsoft.Data.Sqlite;
using Parley;
using static SQLitePCL.raw;

namespace ContactCenter.Store;

internal sealed class SqliteUnitOfWork(SqliteConnection connection, SqliteTransaction transaction, long now, Action<CommitNotice?> leave) : IUnitOfWork
{
    private readonly List<(string Recipient, string Channel, ReadOnlyMemory<byte> Data)> _notifications = [];
    private bool _routing;
    private bool _committed;
    private bool _left;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public long Now => now;

    public void RequestRouting() => _routing = true;

    public void Publish(string recipient, NotificationDescriptor notification, ReadOnlyMemory<byte> data) =>
        _notifications.Add((recipient, notification.Channel, data));

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        // From here on the caller's patience no longer counts: half a commit does not exist.
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var group in _notifications.GroupBy(notification => notification.Recipient))
            await AppendAsync(group.Key, [.. group]);
        transaction.Commit();
        _committed = true;
        await LeaveAsync(new CommitNotice([.. _notifications.Select(notification => notification.Recipient).Distinct()], _routing));
    }

    public ValueTask DisposeAsync() => LeaveAsync(null);

    private async ValueTask AppendAsync(string agent, List<(string Recipient, string Channel, ReadOnlyMemory<byte> Data)> items)
    {
        // The row of the agent is locked from here to the commit: numbers become visible in their order.
        await this.ExecuteAsync(
            """
            INSERT INTO notification_sequences (agent_id, last_seq) VALUES (@agent, @count)
            ON CONFLICT (agent_id) DO UPDATE SET last_seq = notification_sequences.last_seq + excluded.last_seq
            """,
            new { agent, count = items.Count });
        var last = await this.ScalarAsync<long>("SELECT last_seq FROM notification_sequences WHERE agent_id = @agent", new { agent });
        for (var i = 0; i < items.Count; i++)
        {
            await this.ExecuteAsync(
                "INSERT INTO notifications (agent_id, seq, channel, data, created_at) VALUES (@agent, @seq, @channel, @data, @now)",
                new { agent, seq = last - items.Count + 1 + i, channel = items[i].Channel, data = items[i].Data.ToArray(), now });
        }
    }

    private async ValueTask LeaveAsync(CommitNotice? committed)
    {
        if (_left)
            return;
        _left = true;
        try
        {
            await EndTransactionAsync();
        }
        finally
        {
            // Whatever went wrong, nobody may wait for this turn for ever.
            leave(committed);
        }
    }

    private async ValueTask EndTransactionAsync()
    {
        // After a full disk or an I/O error SQLite has rolled back by itself, and the provider does not always notice: its own rollback would then fail and
        // leave the connection with a dead transaction for ever. An empty transaction gives it something to roll back; if it has noticed, we end that one.
        var undone = !_committed && sqlite3_get_autocommit(connection.Handle) != 0;
        if (undone)
            _ = sqlite3_exec(connection.Handle, "BEGIN");
        await transaction.DisposeAsync();
        if (undone && sqlite3_get_autocommit(connection.Handle) == 0)
            _ = sqlite3_exec(connection.Handle, "ROLLBACK");
    }
}
