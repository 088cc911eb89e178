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
    }

    /// <summary>The object or boolean.</summary>
    public JsonNode Json { get; }

    /// <summary>JSON pointer in the file as a fragment.</summary>
    public string Pointer { get; }

    /// <summary>The subschema that holds it; null at the root.</summary>
    public SchemaSyntax? Parent { get; }

    /// <summary>The keyword of <see cref="Parent"/> under which it stands; empty at the root.</summary>
    public string Keyword { get; }

    /// <summary>Under <c>properties</c> and <c>$defs</c>: the member name; under <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c>: the index.</summary>
    public string? Name { get; }

    /// <summary>The subschemas that it holds, definitions included, in document order.</summary>
    public IReadOnlyList<SchemaSyntax> Children => _children;

    /// <summary>The value of <c>type</c>.</summary>
    public JsonTypes Types { get; internal set; }

    /// <summary>The value of <c>$ref</c>.</summary>
    public JsonNode? Ref { get; internal set; }

    /// <summary>Whether <c>properties</c> is given.</summary>
    public bool HasProperties { get; internal set; }

    internal void Add(SchemaSyntax child) => _children.Add(child);
}
