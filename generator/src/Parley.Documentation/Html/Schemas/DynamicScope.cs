namespace Parley.Documentation.Html.Schemas;

/// <summary>The documents that evaluation has entered, the outermost first: where <c>$dynamicRef</c> looks for its target.</summary>
internal sealed class DynamicScope
{
    private readonly DynamicScope? _outer;
    private readonly SchemaLocation _place;

    private DynamicScope(DynamicScope? outer, SchemaLocation place) => (_outer, _place) = (outer, place);

    /// <summary>Begins with a schema.</summary>
    public static DynamicScope At(SchemaLocation place) => new(null, place);

    /// <summary>Goes on with the target of a reference.</summary>
    public DynamicScope Enter(SchemaLocation place) => new(this, place);

    /// <summary>Whether the schema is being rendered already, so that rendering it again would never end.</summary>
    public bool Holds(SchemaLocation place) => ReferenceEquals(_place.Node, place.Node) || (_outer?.Holds(place) ?? false);

    /// <summary>The target of <c>$dynamicRef</c>: the outermost document with the anchor, when the reference statically leads to a dynamic anchor.</summary>
    public SchemaLocation? Find(SchemaLibrary library, string fromPath, string reference)
    {
        if (library.Find(fromPath, reference) is not { } target)
            return null;
        return target.Node.Find("$dynamicAnchor") is { } anchor ? Outermost(library, anchor.Value.Text) ?? target : target;
    }

    private SchemaLocation? Outermost(SchemaLibrary library, string anchor) =>
        _outer?.Outermost(library, anchor) ?? library.FindDynamicAnchor(_place.Path, anchor);
}
