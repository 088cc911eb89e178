namespace Parley.Documentation.Diff;

/// <summary>Two versions of a set of names.</summary>
/// <param name="Added">Only in the new one, in its order.</param>
/// <param name="Removed">Only in the old one, in its order.</param>
internal sealed record NameSets(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    public static NameSets Of(IEnumerable<string> before, IEnumerable<string> after)
    {
        var old = before.ToList();
        var @new = after.ToList();
        return new NameSets([.. @new.Except(old, StringComparer.Ordinal)], [.. old.Except(@new, StringComparer.Ordinal)]);
    }

    /// <summary>Names in quotes.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted));

    /// <summary>Names in quotes, of which one is enough.</summary>
    public static string ListAlternatives(IEnumerable<string> names) => string.Join(" or ", names.Select(Quoted));

    private static string Quoted(string name) => "'" + name + "'";
}
