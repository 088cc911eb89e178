using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Reading;

/// <summary>One subschema as it stands in the file: its keywords are known to have values of the right kind. Immutable once read.</summary>
public sealed class SchemaSyntax
{
    private readonly List<SchemaSyntax> _children = [];

    internal SchemaSyntax(JsonNode json, string pointer, SchemaSyntax? parent, string keyword, string? name)
    {
        Json = json;
        Pointer = pointer;
        Parent = parent;
        Keyword = keyword;
        Name = name;
        Id = json.Find("$id") is { Value.Kind: JsonKind.String } id ? id.Value : null;
        Resource = parent is null || Id is not null ? this : parent.Resource;
    }

    // A copy has the place of its original, and the original's resource: what is referred to from there does not change.
    private SchemaSyntax(SchemaSyntax original, SchemaSyntax? parent)
    {
        Json = original.Json;
        Pointer = original.Pointer;
        Parent = parent;
        Keyword = original.Keyword;
        Name = original.Name;
        Id = original.Id;
        Resource = original.Resource;
        Types = original.Types;
        Ref = original.Ref;
        DynamicRef = original.DynamicRef;
        DynamicAnchor = original.DynamicAnchor;
        HasProperties = original.HasProperties;
    }

    /// <summary>The object or boolean.</summary>
    public JsonNode Json { get; }

    /// <summary>JSON pointer in the file as a fragment.</summary>
    public string Pointer { get; }

    /// <summary>The subschema that holds it; null at the root.</summary>
    public SchemaSyntax? Parent { get; }

    /// <summary>The keyword of <see cref="Parent"/> under which it stands; empty at the root.</summary>
    public string Keyword { get; }

    /// <summary>Under <c>properties</c> and <c>$defs</c>: the member name; under keywords with an array of schemas: the index.</summary>
    public string? Name { get; }

    /// <summary>The subschemas that it holds, definitions included, in document order.</summary>
    public IReadOnlyList<SchemaSyntax> Children => _children;

    /// <summary>The value of <c>type</c>.</summary>
    public JsonTypes Types { get; internal set; }

    /// <summary>The value of <c>$id</c>.</summary>
    public JsonNode? Id { get; }

    /// <summary>The root of the schema resource that it belongs to: the nearest subschema around it, or itself, that has an <c>$id</c>; else the root of the file.</summary>
    public SchemaSyntax Resource { get; }

    /// <summary>The value of <c>$ref</c>.</summary>
    public JsonNode? Ref { get; internal set; }

    /// <summary>The value of <c>$dynamicRef</c>.</summary>
    public JsonNode? DynamicRef { get; internal set; }

    /// <summary>The value of <c>$dynamicAnchor</c>.</summary>
    public JsonNode? DynamicAnchor { get; internal set; }

    /// <summary>Whether <c>properties</c> is given.</summary>
    public bool HasProperties { get; internal set; }

    /// <summary>Of the root of a resource: the subschemas in it that have an <c>$anchor</c> or a <c>$dynamicAnchor</c>, by name.</summary>
    internal Dictionary<string, SchemaSyntax> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The vocabularies of its dialect.</summary>
    internal Vocabularies Vocabularies { get; set; }

    internal void Add(SchemaSyntax child) => _children.Add(child);

    /// <summary>A copy without subschemas.</summary>
    internal SchemaSyntax CopyAlone(SchemaSyntax? parent) => new(this, parent);
}
