namespace ContactCenter.Snapshots.Language;

/// <summary>What a column's values are compared with.</summary>
internal enum ColumnKind
{
    /// <summary>Strings, compared code point by code point.</summary>
    Text,

    /// <summary>Moments: a string with a date and time, or milliseconds since 1970-01-01T00:00:00Z as an integer.</summary>
    Moment,
}

/// <summary>A column that conditions and orders may name. This list is the only way from a name in a request to a name in SQL.</summary>
/// <param name="Name">The name as callers write it between brackets.</param>
/// <param name="Sql">The column of the table <c>interactions</c>.</param>
/// <param name="Kind">What its values are compared with.</param>
internal sealed record SnapshotColumn(string Name, string Sql, ColumnKind Kind)
{
    /// <summary>All columns, in the order in which error messages list them.</summary>
    public static IReadOnlyList<SnapshotColumn> All { get; } =
    [
        new("id", "id", ColumnKind.Text),
        new("media_type", "channel", ColumnKind.Text),
        new("state", "state", ColumnKind.Text),
        new("queue", "queue", ColumnKind.Text),
        new("assigned_to", "owner_id", ColumnKind.Text),
        new("received_at", "received_at", ColumnKind.Moment),
        new("subject", "subject", ColumnKind.Text),
        new("owner", "owner_id", ColumnKind.Text),
    ];

    /// <summary>Finds a column by the name between the brackets, in any case.</summary>
    /// <exception cref="QueryLanguageException">There is no such column.</exception>
    public static SnapshotColumn Find(Token token) =>
        All.FirstOrDefault(column => column.Name.Equals(token.Text, StringComparison.OrdinalIgnoreCase))
        ?? throw new QueryLanguageException(
            token.Position, $"There is no column [{token.Text}]; columns are {string.Join(", ", All.Select(column => $"[{column.Name}]"))}");
}
