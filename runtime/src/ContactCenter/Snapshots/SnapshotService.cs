using ContactCenter.Store;
using Dapper;
using Microsoft.Extensions.Options;
using Parley;

namespace ContactCenter.Snapshots;

/// <summary>
/// Takes, reads and releases snapshots, and locks interactions in their context. A snapshot exists for the user who took it alone, until nobody has used it for
/// <see cref="SnapshotOptions.Lifetime"/> or the user's contact center session ends; who oversees the work of others may release it too.
/// </summary>
internal sealed class SnapshotService(IContactCenterStore store, SnapshotLocks locks, IOptions<SnapshotOptions> options)
{
    private const long LargestId = int.MaxValue;

    /// <summary>
    /// Takes a snapshot: the list does not change afterwards. With locks it needs what <see cref="LockAsync"/> needs, and leaves out what the caller may not lock.
    /// </summary>
    public async ValueTask<Outcome<TakenSnapshot>> TakeAsync(string userId, SnapshotQuery query, CancellationToken cancellationToken)
    {
        var (selection, refusal) = SnapshotSelection.From(query, options.Value);
        if (selection is null)
            return refusal!;

        TakenSnapshot? taken = null;
        var failure = await store.RunAsync(
            async work =>
            {
                await locks.SweepAsync(work);
                var oversees = await SnapshotRights.OverseesAsync(work, userId);
                if (query.Lock && !oversees && await SnapshotRights.CheckSessionAsync(work, userId) is { } noSession)
                    return noSession;
                // Whether a number is free would tell which snapshots others have.
                if (query.SnapshotId is not null && !oversees)
                    return OperationFailure.Forbidden("Only a Supervisor or Contact Center Admin chooses the number of a snapshot (#/snapshotId).");

                var held = await work.ScalarAsync<long>("SELECT count(*) FROM snapshots WHERE owner_id = @userId AND released_at IS NULL", new { userId });
                if (held >= options.Value.MaxSnapshotsPerUser)
                    return OperationFailure.Forbidden($"The user holds {held} snapshots, which is the limit; release one first.");

                var id = query.SnapshotId ?? await NextIdAsync(work);
                if (await work.ScalarAsync<long>("SELECT count(*) FROM snapshots WHERE id = @id", new { id }) > 0)
                    return OperationFailure.InvalidMember($"Snapshot {id} exists or has existed (#/snapshotId).");

                taken = new TakenSnapshot(id, await FreezeAsync(work, id, userId, query, selection, oversees));
                return null;
            },
            cancellationToken);
        return failure is null ? taken! : failure;
    }

    /// <summary>Returns a part of a snapshot's list; beyond its end the part is empty.</summary>
    /// <param name="userId">The caller.</param>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="startFrom">Position of the first interaction, from 0.</param>
    /// <param name="count">How many interactions at most.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    public async ValueTask<Outcome<SnapshotPage>> GetAsync(string userId, long snapshotId, long startFrom, long count, CancellationToken cancellationToken)
    {
        if (await store.RunAsync(async work => await UseAsync(work, userId, snapshotId) ? null : Unknown(snapshotId), cancellationToken) is { } failure)
            return failure;

        await using var session = await store.ReadAsync(cancellationToken);
        var rows = await session.QueryAsync<ItemRow>(
            """
            SELECT items.interaction_id, items.data, locks.interaction_id IS NOT NULL AS locked
            FROM snapshot_items items LEFT JOIN snapshot_locks locks ON locks.interaction_id = items.interaction_id
            WHERE items.snapshot_id = @snapshotId AND items.position >= @startFrom
            ORDER BY items.position LIMIT @count
            """,
            new { snapshotId, startFrom, count });
        return new SnapshotPage([.. rows.Select(row => FrozenInteraction.Read(row.InteractionId, row.Locked, row.Data))]);
    }

    /// <summary>Locks an interaction of the snapshot. Who does not oversee needs a contact center session, and locks nothing that somebody else owns.</summary>
    /// <returns>Null, or why not.</returns>
    public ValueTask<OperationFailure?> LockAsync(string userId, long snapshotId, string interactionId, string reason, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (await RefuseAsync(work, userId, snapshotId, interactionId) is { } refusal)
                    return refusal;
                if (!await SnapshotRights.OverseesAsync(work, userId))
                {
                    if (await SnapshotRights.CheckSessionAsync(work, userId) is { } noSession)
                        return noSession;
                    var foreign = await work.ScalarAsync<long>(
                        $"SELECT COUNT(*) FROM interactions WHERE id = @interactionId AND {SnapshotRights.OfSomebodyElse}", new { interactionId, userId });
                    if (foreign > 0)
                        return OperationFailure.Forbidden($"Another agent has interaction {interactionId}; only a Supervisor or Contact Center Admin may lock it (#/interactionId).");
                }

                if (await work.ScalarAsync<string>("SELECT state FROM interactions WHERE id = @interactionId", new { interactionId }) is null or "Completed")
                    return OperationFailure.WrongState($"Interaction {interactionId} is completed (#/interactionId).");

                var locked = await work.ExecuteAsync(
                    """
                    INSERT INTO snapshot_locks (interaction_id, snapshot_id, reason, locked_by, locked_at)
                    VALUES (@interactionId, @snapshotId, @reason, @userId, @now) ON CONFLICT (interaction_id) DO NOTHING
                    """,
                    new { interactionId, snapshotId, reason, userId, now = work.Now });
                if (locked == 0)
                    return OperationFailure.WrongState($"Interaction {interactionId} is already locked (#/interactionId).");

                await locks.WithholdAsync(work, snapshotId);
                return null;
            },
            cancellationToken);

    /// <summary>Unlocks an interaction that was locked in the context of the snapshot.</summary>
    /// <returns>Null, or why not.</returns>
    public ValueTask<OperationFailure?> UnlockAsync(string userId, long snapshotId, string interactionId, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (await RefuseAsync(work, userId, snapshotId, interactionId) is { } refusal)
                    return refusal;

                var unlocked = await work.ExecuteAsync(
                    "DELETE FROM snapshot_locks WHERE interaction_id = @interactionId AND snapshot_id = @snapshotId", new { interactionId, snapshotId });
                if (unlocked == 0)
                    return OperationFailure.WrongState($"Interaction {interactionId} is not locked in snapshot {snapshotId} (#/interactionId).");

                work.RequestRouting();
                return null;
            },
            cancellationToken);

    /// <summary>
    /// Releases the snapshot, the caller's own or for who oversees any, and unlocks what was locked in its context; its identifier is never given again.
    /// </summary>
    /// <returns>Null, or why not.</returns>
    public ValueTask<OperationFailure?> ReleaseAsync(string userId, long snapshotId, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (!await UseAsync(work, userId, snapshotId) && !(await SnapshotRights.OverseesAsync(work, userId) && await ExistsAsync(work, snapshotId)))
                    return Unknown(snapshotId);
                await SnapshotLocks.ReleaseAsync(work, snapshotId);
                return null;
            },
            cancellationToken);

    private async ValueTask<long> FreezeAsync(
        IUnitOfWork work, long id, string userId, SnapshotQuery query, SnapshotSelection selection, bool oversees)
    {
        var where = query.Lock && !oversees ? $"{selection.Where} AND NOT ({SnapshotRights.OfSomebodyElse})" : selection.Where;
        await work.ExecuteAsync(
            "INSERT INTO snapshots (id, owner_id, taken_at, last_used_at, item_count) VALUES (@id, @userId, @now, @now, 0)", new { id, userId, now = work.Now });

        var parameters = new DynamicParameters(selection.Parameters.Select(parameter => new KeyValuePair<string, object?>(parameter.Key, parameter.Value)));
        parameters.Add("id", id);
        parameters.Add("userId", userId);
        parameters.Add("max", query.MaxInteractions ?? options.Value.MaxInteractions);
        var count = await work.ExecuteAsync(
            $"""
            INSERT INTO snapshot_items (snapshot_id, position, interaction_id, data)
            SELECT @id, row_number() OVER (ORDER BY {selection.OrderBy}) - 1, id, {FrozenInteraction.Sql}
            FROM interactions WHERE {where} ORDER BY {selection.OrderBy} LIMIT @max
            """,
            parameters);
        await work.ExecuteAsync("UPDATE snapshots SET item_count = @count WHERE id = @id", new { id, count });

        if (query.Lock && count > 0)
        {
            await work.ExecuteAsync(
                """
                INSERT INTO snapshot_locks (interaction_id, snapshot_id, reason, locked_by, locked_at)
                SELECT interaction_id, snapshot_id, NULL, @userId, @now FROM snapshot_items WHERE snapshot_id = @id
                """,
                new { id, userId, now = work.Now });
            await locks.WithholdAsync(work, id);
        }

        return count;
    }

    private static async ValueTask<long> NextIdAsync(IUnitOfWork work)
    {
        var last = await work.ScalarAsync<long?>("SELECT max(id) FROM snapshots") ?? 0;
        if (last < LargestId)
            return last + 1;

        // Somebody chose the largest number: go on in the lowest gap.
        return await work.ScalarAsync<long>(
            "SELECT min(low.id) + 1 FROM (SELECT 0 AS id UNION ALL SELECT id FROM snapshots) low WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE snapshots.id = low.id + 1)");
    }

    private async ValueTask<OperationFailure?> RefuseAsync(IUnitOfWork work, string userId, long snapshotId, string interactionId)
    {
        if (!await UseAsync(work, userId, snapshotId))
            return Unknown(snapshotId);

        var listed = await work.ScalarAsync<long>(
            "SELECT count(*) FROM snapshot_items WHERE snapshot_id = @snapshotId AND interaction_id = @interactionId", new { snapshotId, interactionId });
        return listed > 0 ? null : OperationFailure.NotFound($"Interaction {interactionId} is not in snapshot {snapshotId} (#/interactionId).");
    }

    // False when the caller has no such snapshot, or has not used it for too long.
    private async ValueTask<bool> UseAsync(IUnitOfWork work, string userId, long snapshotId) =>
        await work.ExecuteAsync(
            """
            UPDATE snapshots SET last_used_at = @now
            WHERE id = @snapshotId AND owner_id = @userId AND released_at IS NULL AND last_used_at > @unused
            """,
            new { snapshotId, userId, now = work.Now, unused = locks.UnusedSince(work) }) > 0;

    private static async ValueTask<bool> ExistsAsync(IUnitOfWork work, long snapshotId) =>
        await work.ScalarAsync<long>("SELECT COUNT(*) FROM snapshots WHERE id = @snapshotId AND released_at IS NULL", new { snapshotId }) > 0;

    private static OperationFailure Unknown(long snapshotId) => OperationFailure.NotFound($"There is no snapshot {snapshotId} (#/snapshotId).");

    private sealed class ItemRow
    {
        public string InteractionId { get; init; } = "";

        public string Data { get; init; } = "";

        public bool Locked { get; init; }
    }
}
