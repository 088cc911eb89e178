using ContactCenter.Snapshots;
using ContactCenter.Store;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>Removes what need not be kept any longer, in small units of work, so that nobody waits long for a turn to write.</summary>
internal sealed class Retention(IContactCenterStore store, SnapshotLocks snapshots, IOptions<ContactCenterOptions> options)
{
    private const int Batch = 500;

    // A notification that was confirmed is kept for replay, one that was not for an agent who is away.
    private const string Notifications =
        """
        DELETE FROM notifications WHERE rowid IN (
            SELECT n.rowid FROM notifications n WHERE n.created_at < @Unconfirmed
                OR (n.created_at < @Confirmed AND n.seq <= (SELECT c.seq FROM cursors c WHERE c.agent_id = n.agent_id AND c.channel = n.channel))
            LIMIT @Batch)
        """;

    private const string Histories =
        "DELETE FROM agent_state_history WHERE id IN (SELECT id FROM agent_state_history WHERE end_at < @Completed LIMIT @Batch)";

    private const string Over =
        """
        SELECT id FROM interactions WHERE completed_at < @Completed AND state = 'Completed' AND id NOT IN (SELECT interaction_id FROM snapshot_locks)
        LIMIT @Batch
        """;

    // What refers to an interaction goes before it.
    private static readonly string[] Interactions =
    [
        "DELETE FROM transcript WHERE interaction_id IN @ids",
        "DELETE FROM offers WHERE interaction_id IN @ids",
        "DELETE FROM participations WHERE interaction_id IN @ids",
        "DELETE FROM interactions WHERE id IN @ids",
    ];

    /// <summary>Looks once through everything.</summary>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        await RepeatAsync(
            async (work, _) =>
            {
                await snapshots.SweepAsync(work);
                return false;
            },
            cancellationToken);
        await RepeatAsync(static async (work, limits) => await work.ExecuteAsync(Notifications, limits) == Batch, cancellationToken);
        await RepeatAsync(static async (work, limits) => await work.ExecuteAsync(Histories, limits) == Batch, cancellationToken);
        await RepeatAsync(
            static async (work, limits) =>
            {
                var ids = await work.QueryAsync<string>(Over, limits);
                if (ids.Count > 0)
                {
                    foreach (var statement in Interactions)
                        await work.ExecuteAsync(statement, new { ids });
                }

                return ids.Count == Batch;
            },
            cancellationToken);
    }

    private async ValueTask RepeatAsync(Func<IUnitOfWork, Limits, ValueTask<bool>> step, CancellationToken cancellationToken)
    {
        for (var more = true; more;)
        {
            await using var work = await store.BeginAsync(cancellationToken);
            more = await step(work, new Limits(
                work.Now - (long)options.Value.ReplayWindow.TotalMilliseconds,
                work.Now - (long)options.Value.UnconfirmedWindow.TotalMilliseconds,
                work.Now - (long)options.Value.Retention.TotalMilliseconds,
                Batch));
            await work.CommitAsync(cancellationToken);
        }
    }

    private sealed record Limits(long Confirmed, long Unconfirmed, long Completed, int Batch);
}
