using ContactCenter.Interactions;
using ContactCenter.Store;
using Parley.AspNetCore;

namespace ContactCenter.Hosting;

/// <summary>Which contract answers on the URL that all interactions share: the channel of the interaction, as long as the caller has a copy of it.</summary>
internal sealed class ChannelResolver(IContactCenterStore store) : IResourceChannelResolver
{
    /// <inheritdoc/>
    public async ValueTask<string?> ResolveAsync(string template, IReadOnlyList<string> pathValues, string userId, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        return await session.ScalarAsync<string>(
            """
            SELECT i.channel FROM interactions i JOIN participations p ON p.interaction_id = i.id
            WHERE i.id = @id AND p.agent_id = @userId AND i.channel <> @sms
            """,
            new { id = pathValues[0], userId, sms = Channels.Sms });
    }
}
