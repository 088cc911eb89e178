using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// What the schema resources that an evaluation has come through bind: to each name of a <c>$dynamicAnchor</c> the subschema of the outermost resource that has it. Immutable.
/// </summary>
internal sealed class DynamicScope
{
    private readonly SortedDictionary<string, SchemaSyntax> _bound;

    private DynamicScope(SortedDictionary<string, SchemaSyntax> bound) => _bound = bound;

    /// <summary>The scope outside of every resource.</summary>
    public static DynamicScope Empty { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The subschema bound to a name, or null.</summary>
    public SchemaSyntax? Find(string name) => _bound.TryGetValue(name, out var schema) ? schema : null;

    /// <summary>The scope after entering a resource: what is bound stays, for the outermost wins.</summary>
    public DynamicScope Enter(SchemaSyntax resource)
    {
        SortedDictionary<string, SchemaSyntax>? entered = null;
        foreach (var anchor in resource.Anchors)
        {
            if (anchor.Value.DynamicAnchor?.Text == anchor.Key && !_bound.ContainsKey(anchor.Key))
                (entered ??= new(_bound, StringComparer.Ordinal))[anchor.Key] = anchor.Value;
        }

        return entered is null ? this : new DynamicScope(entered);
    }

    /// <summary>The scope with some names only.</summary>
    public DynamicScope Only(HashSet<string> names)
    {
        var kept = new SortedDictionary<string, SchemaSyntax>(StringComparer.Ordinal);
        foreach (var entry in _bound)
        {
            if (names.Contains(entry.Key))
                kept.Add(entry.Key, entry.Value);
        }

        return new DynamicScope(kept);
    }

    /// <summary>Whether both bind the same.</summary>
    public bool IsSame(DynamicScope other) => _bound.Count == other._bound.Count && Beside(other).Count == 0;

    /// <summary>What this scope binds otherwise than another one, in the order of the names.</summary>
    public IReadOnlyList<SchemaSyntax> Beside(DynamicScope other) => [.. _bound.Where(entry => other.Find(entry.Key) != entry.Value).Select(static entry => entry.Value)];
}
