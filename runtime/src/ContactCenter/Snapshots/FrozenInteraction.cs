using System.Text.Json;

namespace ContactCenter.Snapshots;

/// <summary>How an interaction is kept in a snapshot: one JSON text, written by SQL and read here.</summary>
internal static class FrozenInteraction
{
    /// <summary>The SQL expression that freezes a row of <c>interactions</c>.</summary>
    public const string Sql =
        "json_object('mediaType', channel, 'state', state, 'queue', queue, 'assignedTo', owner_id, 'receivedAt', received_at, 'userData', json(user_data))";

    /// <summary>Reads it back.</summary>
    public static SnapshotEntry Read(string interactionId, bool locked, string data)
    {
        using var document = JsonDocument.Parse(data);
        var frozen = document.RootElement;
        return new SnapshotEntry(
            interactionId,
            locked,
            frozen.GetProperty("mediaType").GetString()!,
            frozen.GetProperty("state").GetString()!,
            frozen.GetProperty("queue").GetString(),
            frozen.GetProperty("assignedTo").GetString(),
            frozen.GetProperty("receivedAt").GetInt64(),
            frozen.GetProperty("userData").GetRawText());
    }
}
