using Parley.Documentation.Model;

namespace Parley.Documentation.Diff;

/// <summary>Finds what changed between two versions of contracts. Contracts, operations and notifications are matched by name.</summary>
public sealed class ContractComparer
{
    private readonly ChangeCollector _changes;
    private readonly SchemaCatalogue _oldSchemas;
    private readonly SchemaCatalogue _newSchemas;

    private ContractComparer(ChangeCollector changes, SchemaCatalogue oldSchemas, SchemaCatalogue newSchemas)
    {
        _changes = changes;
        _oldSchemas = oldSchemas;
        _newSchemas = newSchemas;
    }

    /// <summary>The changes, the breaking first, then by place.</summary>
    /// <exception cref="InputException">One of the versions has errors.</exception>
    public static IReadOnlyList<ContractChange> Compare(ContractFolder before, ContractFolder after, CancellationToken cancellationToken = default)
    {
        var old = DocumentationBuilder.Build(before);
        var @new = DocumentationBuilder.Build(after);
        var changes = new ChangeCollector(before, after);
        var comparer = new ContractComparer(changes, old.Schemas, @new.Schemas);
        Match(
            old.Contracts,
            @new.Contracts,
            static contract => contract.Name,
            (gone) => changes.AddGone(ChangeClass.Breaking, gone.Name, gone.Source, $"The contract '{gone.Name}' is gone."),
            (added) => changes.Add(ChangeClass.Compatible, added.Name, added.Source, $"The contract '{added.Name}' is new."),
            (gone, added) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                comparer.Compare(gone, added);
            });
        return changes.Collect();
    }

    /// <summary>Pairs the elements of two versions by name.</summary>
    internal static void Match<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> nameOf, Action<T> gone, Action<T> added, Action<T, T> both)
    {
        var old = before.ToList();
        var @new = after.ToDictionary(nameOf, StringComparer.Ordinal);
        foreach (var element in old)
        {
            if (@new.TryGetValue(nameOf(element), out var match))
                both(element, match);
            else
                gone(element);
        }

        var known = old.Select(nameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var element in @new.Values.Where(element => !known.Contains(nameOf(element))))
            added(element);
    }

    private void Compare(ContractDocumentation before, ContractDocumentation after)
    {
        CompareText(before.Name, "title", before.Source, after.Source);
        CompareText(before.Name, "version", before.Source, after.Source);
        CompareText(before.Name, "description", before.Source, after.Source);
        CompareStates(before, after);
        var operations = new OperationComparer(_changes, _oldSchemas, _newSchemas);
        Match(
            before.Operations,
            after.Operations,
            static operation => operation.Name,
            gone => _changes.AddGone(ChangeClass.Breaking, gone.Id, gone.Source, $"The operation '{gone.Name}' is gone."),
            added => _changes.Add(ChangeClass.Compatible, added.Id, added.Source, $"The operation '{added.Name}' is new."),
            operations.Compare);
        Match(
            before.Notifications,
            after.Notifications,
            static notification => notification.Name,
            gone => _changes.AddGone(ChangeClass.Breaking, gone.Id, gone.Source, $"The notification '{gone.Name}' is gone."),
            added => _changes.Add(ChangeClass.Compatible, added.Id, added.Source, $"The notification '{added.Name}' is new."),
            CompareNotifications);
    }

    private void CompareText(string subject, string member, SourceNode before, SourceNode after)
    {
        var (old, @new) = (before.Member(member), after.Member(member));
        if (old?.Json.Text != @new?.Json.Text)
            _changes.Add(ChangeClass.Documentation, subject, @new ?? after, $"The {member} has changed.");
    }

    private void CompareStates(ContractDocumentation before, ContractDocumentation after) => Match(
        before.States,
        after.States,
        static state => state.Name,
        gone => _changes.AddGone(ChangeClass.Breaking, before.Name, before.Source.Member("states")!.Member(gone.Name)!, $"The state '{gone.Name}' is gone."),
        added => _changes.Add(ChangeClass.Compatible, after.Name, after.Source.Member("states")!.Member(added.Name)!, $"The state '{added.Name}' is new."),
        (old, @new) =>
        {
            var place = after.Source.Member("states")!.Member(@new.Name)!;
            if (old.Terminal != @new.Terminal)
                _changes.Add(ChangeClass.Breaking, after.Name, place, $"The state '{@new.Name}' is {(@new.Terminal ? "now" : "no longer")} terminal.");
            if (old.Description != @new.Description)
                _changes.Add(ChangeClass.Documentation, after.Name, place, $"The description of the state '{@new.Name}' has changed.");
        });

    private void CompareNotifications(NotificationDocumentation before, NotificationDocumentation after)
    {
        var subject = after.Id;
        if (before.Channel != after.Channel)
            _changes.Add(ChangeClass.Breaking, subject, after.Source.Member("channel")!, $"The channel was '{before.Channel}' and is '{after.Channel}'.");
        CompareText(subject, "summary", before.Source, after.Source);
        new SchemaComparer(_changes, _oldSchemas, _newSchemas, Direction.Answer, subject).Compare(before.Payload.Source, after.Payload.Source);
    }
}
