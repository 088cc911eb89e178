using ContactCenter.Contracts.Common;
using ContactCenter.Interactions;
using ContactCenter.Store;
using ContactCenter.Views;

namespace ContactCenter.Handlers;

/// <summary>Reads interactions. Lists leave out what is locked in the context of a snapshot, but not from those who work on it.</summary>
internal sealed class InteractionLists(IContactCenterStore store, InteractionViews views, Uris uris)
{
    /// <summary>URIs of all active interactions, oldest first.</summary>
    public async ValueTask<IReadOnlyList<string>> AllAsync(CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        var ids = await session.QueryAsync<string>(
            """
            SELECT id FROM interactions WHERE state <> 'Completed' AND id NOT IN (SELECT interaction_id FROM snapshot_locks)
            ORDER BY received_at, id
            """);
        return [.. ids.Select(uris.Shared)];
    }

    /// <summary>Interactions that an agent is offered or handles, oldest first.</summary>
    public async ValueTask<IReadOnlyList<InteractionStateMessage>> OfAgentAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        var ids = await session.QueryAsync<string>(
            """
            SELECT i.id FROM interactions i JOIN participations p ON p.interaction_id = i.id
            WHERE p.agent_id = @agentId AND p.state NOT IN ('Completed', 'Revoked')
                AND (p.state IN ('Processing', 'Chatting', 'LeftChat', 'JoinFailed') OR i.id NOT IN (SELECT interaction_id FROM snapshot_locks))
            ORDER BY i.received_at, i.id
            """,
            new { agentId });
        var messages = new List<InteractionStateMessage>(ids.Count);
        foreach (var id in ids)
        {
            var found = (await Case.LoadAsync(session, id))!;
            messages.Add(views.Flat(found, found.Of(agentId)));
        }

        return messages;
    }

    /// <summary>One interaction: as its copy for a caller who has one, else as a whole.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="callerId">The caller.</param>
    /// <param name="readsAll">Whether the caller reads content and attached data without a copy too.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    /// <returns>Null when there is none.</returns>
    public async ValueTask<InteractionStateMessage?> FindAsync(string id, string callerId, bool readsAll, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        if (await Case.LoadAsync(session, id) is not { } found)
            return null;
        var part = found.Of(callerId);
        return views.Flat(found, part, content: readsAll || part is not null);
    }
}
