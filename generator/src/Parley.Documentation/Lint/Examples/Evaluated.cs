namespace Parley.Documentation.Lint.Examples;

/// <summary>The members and items of one value that subschemas have looked at: what <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> leave alone.</summary>
internal sealed class Evaluated
{
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public HashSet<int> Items { get; } = [];

    public void Add(Evaluated other)
    {
        Members.UnionWith(other.Members);
        Items.UnionWith(other.Items);
    }
}
