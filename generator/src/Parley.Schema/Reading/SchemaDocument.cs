using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Reading;

/// <summary>One file, read. A function of its <see cref="File"/> alone, therefore compared by it: equal texts mean equal trees, places included.</summary>
public sealed class SchemaDocument : IEquatable<SchemaDocument>
{
    internal SchemaDocument(
        SchemaFile file, DocumentKind kind, JsonNode? root, SchemaSyntax? schema, IReadOnlyDictionary<string, SchemaSyntax> subschemas,
        IReadOnlyList<JsonNode> foreignDialects, DiagnosticBag diagnostics)
    {
        File = file;
        Kind = kind;
        Root = root;
        Schema = schema;
        Subschemas = subschemas;
        ForeignDialects = foreignDialects;
        HasErrors = diagnostics.HasErrors;
        Diagnostics = new EquatableArray<SchemaDiagnostic>(diagnostics.Items);
    }

    /// <summary>The file.</summary>
    public SchemaFile File { get; }

    /// <summary>What the file is for.</summary>
    public DocumentKind Kind { get; }

    /// <summary>The JSON value; null after a syntax error.</summary>
    public JsonNode? Root { get; }

    /// <summary>The root schema, when the file is a schema and could be read.</summary>
    public SchemaSyntax? Schema { get; }

    /// <summary>What reading found wrong.</summary>
    public EquatableArray<SchemaDiagnostic> Diagnostics { get; }

    /// <summary>Whether one of <see cref="Diagnostics"/> is an error.</summary>
    public bool HasErrors { get; }

    /// <summary>Every subschema by its pointer.</summary>
    internal IReadOnlyDictionary<string, SchemaSyntax> Subschemas { get; }

    /// <summary>The values of <c>$schema</c> that name another dialect than 2020-12.</summary>
    internal IReadOnlyList<JsonNode> ForeignDialects { get; }

    /// <inheritdoc/>
    public bool Equals(SchemaDocument? other) => other is not null && File.Equals(other.File);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => File.GetHashCode();
}
