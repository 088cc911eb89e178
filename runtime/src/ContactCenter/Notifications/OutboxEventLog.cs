using ContactCenter.Store;
using Dapper;
using Parley.Bayeux;

namespace ContactCenter.Notifications;

/// <summary>The outbox as the Bayeux server reads it: committed notifications by agent and number, and up to where each channel has been confirmed.</summary>
internal sealed class OutboxEventLog(IContactCenterStore store) : IBayeuxEventLog
{
    /// <summary>Most bytes of data that one reading returns, unless the first event alone is larger.</summary>
    public const int MaxReadBytes = 1024 * 1024;

    /// <inheritdoc/>
    public async ValueTask<BayeuxLogPosition> GetPositionAsync(string userId, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        var oldest = await session.ScalarAsync<long?>("SELECT MIN(seq) FROM notifications WHERE agent_id = @userId", new { userId }) ?? 0;
        var newest = await session.ScalarAsync<long?>("SELECT last_seq FROM notification_sequences WHERE agent_id = @userId", new { userId }) ?? 0;
        var cursors = await session.QueryAsync<CursorRow>(
            """
            SELECT known.channel, COALESCE(c.seq, 0) AS seq
            FROM (SELECT channel FROM notifications WHERE agent_id = @userId UNION SELECT channel FROM cursors WHERE agent_id = @userId) known
            LEFT JOIN cursors c ON c.agent_id = @userId AND c.channel = known.channel
            """,
            new { userId });
        return new BayeuxLogPosition(oldest, newest, [.. cursors.Select(cursor => new BayeuxCursor(cursor.Channel, cursor.Seq))]);
    }

    /// <inheritdoc/>
    /// <remarks>Reads no further once it has <see cref="MaxReadBytes"/>: a large backlog is not in memory at once.</remarks>
    public async ValueTask<IReadOnlyList<BayeuxEvent>> ReadAsync(string userId, long afterSequence, int max, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        var rows = session.Connection.QueryUnbufferedAsync<NotificationRow>(
            "SELECT seq, channel, data FROM notifications WHERE agent_id = @userId AND seq > @afterSequence ORDER BY seq LIMIT @max",
            new { userId, afterSequence, max },
            session.Transaction);
        var events = new List<BayeuxEvent>();
        var bytes = 0L;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            bytes += row.Data.Length;
            if (bytes > MaxReadBytes && events.Count > 0)
                break;
            events.Add(new BayeuxEvent(row.Seq, row.Channel, row.Data));
        }

        return events;
    }

    /// <inheritdoc/>
    public async ValueTask AcknowledgeAsync(string userId, IReadOnlyList<BayeuxCursor> cursors, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        foreach (var cursor in cursors)
        {
            await work.ExecuteAsync(
                """
                INSERT INTO cursors (agent_id, channel, seq) VALUES (@userId, @Channel, @Sequence)
                ON CONFLICT (agent_id, channel) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > cursors.seq
                """,
                new { userId, cursor.Channel, cursor.Sequence });
        }

        await work.CommitAsync(cancellationToken);
    }

    private sealed class CursorRow
    {
        public required string Channel { get; init; }
        public long Seq { get; init; }
    }

    private sealed class NotificationRow
    {
        public long Seq { get; init; }
        public required string Channel { get; init; }
        public required byte[] Data { get; init; }
    }
}
