using Parley.Schema.Diagnostics;

namespace Parley.Documentation.Lint;

/// <summary>Rules that the generator does not need and readers do. <c>generator/docs/lint.md</c> explains them; an id is never given away twice.</summary>
public static class StyleRules
{
    internal static readonly SchemaRule MissingDescription = new(
        "PAR4001", "Description is missing", "{0} has no 'description'; say in a sentence what it is.", RuleSeverity.Warning);

    internal static readonly SchemaRule InvalidExample = new(
        "PAR4002", "Example is not valid", "{0} {1} ({2}); correct the example or the schema.", RuleSeverity.Warning);

    internal static readonly SchemaRule UnreachableState = new(
        "PAR4003", "State cannot be reached", "No operation leads to '{0}', and no notification or answer has the value; remove the state, let an operation lead to it, or list it where messages tell states.", RuleSeverity.Warning);

    internal static readonly SchemaRule UncausedNotification = new(
        "PAR4004", "Notification is caused by nothing", "No operation lists '{0}' in 'notifies'; name it there, or remove it.", RuleSeverity.Warning);

    /// <summary>All of them by id.</summary>
    public static IReadOnlyList<SchemaRule> All { get; } = [MissingDescription, InvalidExample, UnreachableState, UncausedNotification];
}
