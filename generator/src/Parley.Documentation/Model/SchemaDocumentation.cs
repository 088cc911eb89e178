namespace Parley.Documentation.Model;

/// <summary>A schema that has a name: the root of a file, or a subschema that something refers to.</summary>
public sealed record SchemaDocumentation
{
    /// <summary>Name with namespace, such as <c>Chat.AcceptRequest</c>; unique in the model, and the same whatever else is in the folder.</summary>
    public required string Name { get; init; }

    /// <summary>Stable id within a document: <c>schema/Chat.AcceptRequest</c>.</summary>
    public required string Anchor { get; init; }

    /// <summary>The schema as it stands in its file, an object or a boolean.</summary>
    public required SourceNode Source { get; init; }

    /// <summary>Name without namespace.</summary>
    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>Markdown, or null.</summary>
    public string? Description => Source.Json.Find("description")?.Value.Text;
}
