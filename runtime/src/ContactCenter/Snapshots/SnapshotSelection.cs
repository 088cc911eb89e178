using ContactCenter.Snapshots.Language;
using Parley;

namespace ContactCenter.Snapshots;

/// <summary>Turns a query into SQL over the table <c>interactions</c>.</summary>
/// <param name="Where">Condition; values are parameters.</param>
/// <param name="OrderBy">Terms of ORDER BY; total.</param>
/// <param name="Parameters">Values by parameter name.</param>
internal sealed record SnapshotSelection(string Where, string OrderBy, IReadOnlyList<KeyValuePair<string, object>> Parameters)
{
    // What is over has left the list of interactions; what is locked is visible only where it was locked.
    private const string Active = "state <> 'Completed' AND id NOT IN (SELECT interaction_id FROM snapshot_locks)";
    private const string Resting = "state IN ('Queued', 'InWorkbin')";

    /// <summary>Compiles a query.</summary>
    /// <returns>The selection, or why condition, order or view is refused.</returns>
    public static (SnapshotSelection? Selection, OperationFailure? Failure) From(SnapshotQuery query, SnapshotOptions options)
    {
        var conditions = new List<Condition>();
        if (query.ViewId is { } view)
        {
            if (!options.Views.TryGetValue(view, out var viewCondition))
                return (null, OperationFailure.InvalidMember($"There is no view \"{view}\" (#/viewId)."));
            conditions.Add(ConditionParser.Parse(viewCondition));
        }

        IReadOnlyList<OrderTerm> order;
        try
        {
            if (query.Condition is { } text)
                conditions.Add(ConditionParser.Parse(text));
        }
        catch (QueryLanguageException exception)
        {
            return (null, Refuse(exception, "#/condition"));
        }

        try
        {
            order = query.Order is { } text ? SnapshotOrder.Parse(text) : SnapshotOrder.Default;
        }
        catch (QueryLanguageException exception)
        {
            return (null, Refuse(exception, "#/order"));
        }

        var where = query.CheckInteractionsState ? $"{Active} AND {Resting}" : Active;
        if (conditions.Count == 0)
            return (new SnapshotSelection(where, SqlFragment.From(order), []), null);

        var fragment = SqlFragment.From(conditions.Count == 1 ? conditions[0] : new Conjunction(conditions));
        return (new SnapshotSelection($"{where} AND ({fragment.Text})", SqlFragment.From(order), fragment.Parameters), null);
    }

    private static OperationFailure Refuse(QueryLanguageException exception, string pointer) =>
        OperationFailure.InvalidMember($"{exception.Problem} ({pointer}, character {exception.Position}).");
}
