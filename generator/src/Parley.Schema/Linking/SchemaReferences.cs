using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Where references between files lead, for tools that work on the source text rather than on linked models. Reports nothing.</summary>
public sealed class SchemaReferences
{
    private readonly FileSet _files;
    private readonly ReferenceResolver _resolver;

    /// <summary>Takes the files of one project, in any order.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SchemaReferences(IEnumerable<SchemaDocument> documents, CancellationToken cancellationToken = default)
    {
        _files = new FileSet(documents, "");
        Dialects.Apply(_files, cancellationToken);
        _resolver = new ReferenceResolver(_files, new ResourceTable(_files, cancellationToken));
        // Known meta-schemas join the files when something refers to them, and from then on their documents can be asked for.
        new References().Resolve(_files, _resolver, cancellationToken);
    }

    /// <summary>The document of a logical path, read by its own dialect, or null; known meta-schemas that are referred to have one too.</summary>
    public SchemaDocument? FindDocument(string path) => _files.FindPath(path)?.Document;

    /// <summary>The subschema that a reference leads to, by its scope in the text alone, or null.</summary>
    /// <param name="path">Logical path of the file that holds the reference.</param>
    /// <param name="schema">The subschema that holds it.</param>
    /// <param name="reference">The string value of <c>$ref</c> or <c>$dynamicRef</c>.</param>
    public SchemaPlace? FollowToSchema(string path, SchemaSyntax schema, JsonNode reference) =>
        _files.FindPath(path) is { } from && _resolver.ResolveSchema(from, schema, reference, null) is { Schema: { } found } target
            ? new SchemaPlace(target.File.Path, found)
            : null;

    /// <summary>The value that a reference of a manifest leads to in a file of any kind, with the path of that file and the pointer in it; or null.</summary>
    /// <param name="path">Logical path of the file that holds the reference.</param>
    /// <param name="reference">The string value of <c>$ref</c>.</param>
    public (string Path, string Pointer, JsonNode Value)? FollowToValue(string path, JsonNode reference)
    {
        if (_files.FindPath(path) is not { } from ||
            _resolver.ResolveFile(from, reference, null, out var fragment) is not { Document.Root: { } root } file ||
            !JsonPointer.TryNormalize(fragment, out var pointer) ||
            JsonPointer.Find(root, pointer) is not { } value)
            return null;
        return (file.Path, pointer, value);
    }
}

/// <summary>A subschema and the file that holds it.</summary>
/// <param name="Path">Logical path of the file.</param>
/// <param name="Schema">The subschema.</param>
public sealed record SchemaPlace(string Path, SchemaSyntax Schema);
