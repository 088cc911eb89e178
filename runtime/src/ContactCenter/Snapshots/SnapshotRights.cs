using ContactCenter.Accounts;
using ContactCenter.Agents;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Snapshots;

/// <summary>Who may lock what. A lock stops the routing of an interaction, so it belongs to somebody who is at work, or who oversees the work of others.</summary>
internal static class SnapshotRights
{
    /// <summary>SQL over <c>interactions</c>: an agent other than @userId works on it or keeps it in a workbin.</summary>
    public const string OfSomebodyElse = "coalesce(owner_id, workbin_agent_id, @userId) <> @userId";

    /// <summary>Whether a user is a Supervisor or a Contact Center Admin: may lock without a session and what others own, choose numbers, and release every snapshot.</summary>
    public static async ValueTask<bool> OverseesAsync(IReadSession session, string userId) =>
        await session.FindAgentAsync(userId) is { } user
        && (user.Permissions.Contains($"\"{Permission.Supervisor}\"", StringComparison.Ordinal)
            || user.Permissions.Contains($"\"{Permission.ContactCenterAdmin}\"", StringComparison.Ordinal));

    /// <summary>Refuses a user who does not oversee and has no contact center session.</summary>
    public static async ValueTask<OperationFailure?> CheckSessionAsync(IReadSession session, string userId) =>
        await session.ScalarAsync<long>("SELECT COUNT(*) FROM contact_center_sessions WHERE agent_id = @userId", new { userId }) > 0
            ? null
            : OperationFailure.WrongState("The caller has no contact center session on any channel; an agent locks interactions only in one.");
}
