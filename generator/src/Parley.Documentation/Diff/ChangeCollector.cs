using Parley.Documentation.Model;

namespace Parley.Documentation.Diff;

/// <summary>Collects changes; one that several operations share through a schema is one change with several subjects.</summary>
internal sealed class ChangeCollector(ContractFolder before, ContractFolder after)
{
    private readonly Dictionary<(ChangeClass Class, bool IsInOld, string Path, string Pointer, string Message), List<string>> _changes = [];

    /// <summary>Something new or different, at its place in the new version.</summary>
    public void Add(ChangeClass @class, string subject, SourceNode after, string message) => Add(@class, isInOld: false, subject, after, message);

    /// <summary>Something that is gone, at its place in the old version.</summary>
    public void AddGone(ChangeClass @class, string subject, SourceNode before, string message) => Add(@class, isInOld: true, subject, before, message);

    /// <summary>The changes, the breaking first, then by place.</summary>
    public IReadOnlyList<ContractChange> Collect() => [.. _changes
        .Select(change => new ContractChange(change.Key.Class, change.Key.Message, Place(change.Key), change.Key.Pointer, change.Key.IsInOld, change.Value))
        .OrderBy(static change => change.Class)
        .ThenBy(static change => change.Place.Path, StringComparer.Ordinal)
        .ThenBy(static change => change.Place.Line)
        .ThenBy(static change => change.Place.Column)
        .ThenBy(static change => change.IsInOld)
        .ThenBy(static change => change.Message, StringComparer.Ordinal)];

    private void Add(ChangeClass @class, bool isInOld, string subject, SourceNode node, string message)
    {
        var key = (@class, isInOld, node.Path, node.Pointer, message);
        if (!_changes.TryGetValue(key, out var subjects))
            _changes.Add(key, subjects = []);
        if (!subjects.Contains(subject))
            subjects.Add(subject);
    }

    private SourcePlace Place((ChangeClass Class, bool IsInOld, string Path, string Pointer, string Message) change)
    {
        var folder = change.IsInOld ? before : after;
        var value = Schema.Json.JsonPointer.Find(folder.Document(change.Path).Root!, change.Pointer)!;
        return folder.PlaceOf(change.Path, value.Span);
    }
}
