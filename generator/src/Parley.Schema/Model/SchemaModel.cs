namespace Parley.Schema.Model;

/// <summary>
/// One schema file, linked: all that the type emitters need to write one C# file. This type and everything it reaches must be immutable and
/// structurally equal, hold no source positions and no compiler objects; otherwise the generator's caching breaks. A test walks the graph.
/// </summary>
public sealed record SchemaModel
{
    /// <summary>Logical path with <c>/</c>, such as <c>chat/accept.schema.json</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Absolute schema location without fragment: <c>$id</c>, else the path.</summary>
    public required string Uri { get; init; }

    /// <summary>C# namespace of the file's types.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declarations of this file: the root first, then <c>$defs</c> and inline types in document order.</summary>
    public required EquatableArray<TypeModel> Types { get; init; }
}

/// <summary>One named C# declaration, made from one subschema.</summary>
public sealed record TypeModel
{
    /// <summary>Allocated identifier, unique in the namespace.</summary>
    public required string Name { get; init; }

    /// <summary>The subschema. Its <see cref="SchemaNode.Shape"/> is what the declaration is: a record, an enum, or a holder of checks for another shape.</summary>
    public required SchemaNode Schema { get; init; }

    /// <summary>Whether another declaration, or this one, applies it to the same value beside <c>unevaluatedProperties</c> or <c>unevaluatedItems</c> and must be told what it has evaluated.</summary>
    public bool Evaluates { get; init; }
}
