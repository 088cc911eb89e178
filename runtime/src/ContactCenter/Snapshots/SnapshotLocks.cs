using ContactCenter.Interactions;
using ContactCenter.Store;
using Microsoft.Extensions.Options;

namespace ContactCenter.Snapshots;

/// <summary>What locks do to interactions, and how snapshots and their locks end.</summary>
internal sealed class SnapshotLocks(Offers offers, IOptions<SnapshotOptions> options)
{
    /// <summary>Takes back the open offers of what is locked in a snapshot: who cannot accept it must not be blamed for that.</summary>
    public async ValueTask WithholdAsync(IUnitOfWork work, long snapshotId)
    {
        var offered = await work.QueryAsync<string>(
            """
            SELECT DISTINCT locks.interaction_id FROM snapshot_locks locks
            JOIN participations parts ON parts.interaction_id = locks.interaction_id AND parts.role = 'Agent' AND parts.state = 'Invited'
            WHERE locks.snapshot_id = @snapshotId
            """,
            new { snapshotId });
        foreach (var id in offered)
            await offers.WithholdAsync(work, id);
        work.RequestRouting();
    }

    /// <summary>
    /// Releases the snapshots that nobody has used for <see cref="SnapshotOptions.Lifetime"/>, and opens the locks that are older than
    /// <see cref="SnapshotOptions.MaxLockAge"/>.
    /// </summary>
    public async ValueTask SweepAsync(IUnitOfWork work)
    {
        var unused = await work.QueryAsync<long>(
            "SELECT id FROM snapshots WHERE released_at IS NULL AND last_used_at <= @unused", new { unused = UnusedSince(work) });
        foreach (var id in unused)
            await ReleaseAsync(work, id);

        var oldest = work.Now - (long)options.Value.MaxLockAge.TotalMilliseconds;
        if (await work.ExecuteAsync("DELETE FROM snapshot_locks WHERE locked_at <= @oldest", new { oldest }) > 0)
            work.RequestRouting();
    }

    /// <summary>Releases all snapshots of a user.</summary>
    public static async ValueTask ReleaseAllAsync(IUnitOfWork work, string userId)
    {
        foreach (var id in await work.QueryAsync<long>("SELECT id FROM snapshots WHERE owner_id = @userId AND released_at IS NULL", new { userId }))
            await ReleaseAsync(work, id);
    }

    /// <summary>Releases a snapshot and unlocks what was locked in its context. The number stays taken.</summary>
    public static async ValueTask ReleaseAsync(IUnitOfWork work, long snapshotId)
    {
        await work.ExecuteAsync("UPDATE snapshots SET released_at = @now WHERE id = @snapshotId", new { now = work.Now, snapshotId });
        await work.ExecuteAsync("DELETE FROM snapshot_items WHERE snapshot_id = @snapshotId", new { snapshotId });
        if (await work.ExecuteAsync("DELETE FROM snapshot_locks WHERE snapshot_id = @snapshotId", new { snapshotId }) > 0)
            work.RequestRouting();
    }

    /// <summary>A snapshot that was last used then or before has expired, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    public long UnusedSince(IUnitOfWork work) => work.Now - (long)options.Value.Lifetime.TotalMilliseconds;
}
