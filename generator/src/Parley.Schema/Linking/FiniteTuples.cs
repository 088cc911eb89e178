using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Which tuples are C# types: those that do not lead back to themselves other than through records. One that leads to many others is none either, so that no type is longer than anyone reads.
/// </summary>
internal sealed class FiniteTuples(References references, Composition composition, NullableTable nullables)
{
    private const int MaxTuples = 8;
    private readonly Dictionary<SchemaSyntax, bool> _known = [];

    /// <summary>Whether the items of a tuple have shapes that end.</summary>
    public bool IsFinite(SchemaSyntax tuple)
    {
        if (!_known.TryGetValue(tuple, out var isFinite))
        {
            isFinite = Search(tuple);
            _known.Add(tuple, isFinite);
        }

        return isFinite;
    }

    private bool Search(SchemaSyntax tuple)
    {
        var reached = new HashSet<SchemaSyntax>();
        var pending = new Stack<SchemaSyntax>(Next(tuple));
        var tuples = 0;
        while (pending.Count > 0)
        {
            var at = pending.Pop();
            if (at == tuple)
                return false;
            if (!reached.Add(at))
                continue;
            if (composition.KindOf(at) == LocalKind.Tuple && ++tuples > MaxTuples)
                return false;
            foreach (var next in Next(at))
                pending.Push(next);
        }

        return true;
    }

    private IEnumerable<SchemaSyntax> Next(SchemaSyntax schema) => composition.KindOf(schema) switch
    {
        LocalKind.Reference => references.MainTargetOf(schema) is { } target ? [target] : [],
        LocalKind.List => schema.Children.Where(static child => child.Keyword == "items"),
        LocalKind.Map => schema.Children.Where(static child => child.Keyword == "additionalProperties"),
        LocalKind.Tuple => schema.Children.Where(static child => child.Keyword == "prefixItems"),
        _ => nullables.Find(schema) is { } one ? [one] : [],
    };
}
