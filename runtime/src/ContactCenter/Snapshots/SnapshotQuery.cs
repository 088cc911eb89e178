namespace ContactCenter.Snapshots;

/// <summary>What a snapshot is taken of.</summary>
internal sealed record SnapshotQuery
{
    /// <summary>Whether all interactions of the list are locked at once.</summary>
    public required bool Lock { get; init; }

    /// <summary>Identifier that the caller, who oversees the work of others, wants, from 1 to 2147483647; null: the next free one.</summary>
    public long? SnapshotId { get; init; }

    /// <summary>How many interactions at most, from 100 to 10000; null: <see cref="SnapshotOptions.MaxInteractions"/>.</summary>
    public long? MaxInteractions { get; init; }

    /// <summary>Condition; null: all.</summary>
    public string? Condition { get; init; }

    /// <summary>Order; null: oldest first.</summary>
    public string? Order { get; init; }

    /// <summary>View whose condition applies too.</summary>
    public string? ViewId { get; init; }

    /// <summary>Whether interactions that an agent works on are left out.</summary>
    public bool CheckInteractionsState { get; init; } = true;
}

/// <summary>A snapshot that was taken.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Count">How many interactions it holds.</param>
internal sealed record TakenSnapshot(long Id, long Count);

/// <summary>An interaction in a snapshot: as it was when the snapshot was taken, but for <paramref name="Locked"/>.</summary>
/// <param name="InteractionId">Identifier.</param>
/// <param name="Locked">Whether it is locked now.</param>
/// <param name="MediaType">Medium.</param>
/// <param name="State">State of the interaction as a whole.</param>
/// <param name="Queue">Queue that it was in or came from.</param>
/// <param name="AssignedTo">Agent who worked on it, or null.</param>
/// <param name="ReceivedAt">When it came in, in milliseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="UserData">Attached data as a JSON object.</param>
internal sealed record SnapshotEntry(
    string InteractionId, bool Locked, string MediaType, string State, string? Queue, string? AssignedTo, long ReceivedAt, string UserData);

/// <summary>A part of a snapshot's list.</summary>
/// <param name="Entries">The entries, in the snapshot's order.</param>
internal sealed record SnapshotPage(IReadOnlyList<SnapshotEntry> Entries);
