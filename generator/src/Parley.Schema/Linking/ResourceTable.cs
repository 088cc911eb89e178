using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// The schema resources of all files: a file's root, and every subschema with an <c>$id</c>. Each has a base URI, against which the references in it are
/// resolved (RFC 3986), and is found by it. A known meta-schema joins the files when it is first asked for.
/// </summary>
internal sealed class ResourceTable
{
    private readonly Dictionary<string, Target> _byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaSyntax, string> _bases = [];
    private readonly FileSet _files;
    private readonly CancellationToken _cancellationToken;

    public ResourceTable(FileSet files, CancellationToken cancellationToken)
    {
        (_files, _cancellationToken) = (files, cancellationToken);
        foreach (var file in files.Files)
            Add(file);
    }

    /// <summary>The resource of a normal absolute URI, or null.</summary>
    public Target? Find(string uri)
    {
        if (_byUri.TryGetValue(uri, out var resource))
            return resource;
        if (KnownSchemas.Find(uri, _cancellationToken) is not { } document)
            return null;
        Add(_files.Add(document));
        return _byUri[uri];
    }

    /// <summary>The base URI of what stands in a resource, or null: then references are paths of files.</summary>
    public string? BaseOf(SchemaSyntax resource) => _bases.TryGetValue(resource, out var uri) ? uri : null;

    private void Add(LinkedFile file)
    {
        if (file.Document.Kind != DocumentKind.Schema || file.Document.Schema is not { } root)
            return;

        string? retrieval = null;
        if (file.Document.File.Uri is { } uri)
        {
            if (SchemaUri.TryParseAbsolute(uri, out var absolute, out var fragment) && fragment.Length == 0)
                Register(retrieval = absolute, file, root, new JsonSpan(0, 0));
            else
                file.Diagnostics.Add(SchemaRules.BadId, new JsonSpan(0, 0), uri);
        }

        if (retrieval is not null)
            _bases[root] = retrieval;
        Visit(file, root, retrieval);
        file.Uri = BaseOf(root);
    }

    // Nesting is bounded by the parser.
    private void Visit(LinkedFile file, SchemaSyntax schema, string? enclosing)
    {
        if (schema.Id is { } id)
        {
            if (SchemaUri.Resolve(enclosing, id.Text) is { } uri)
            {
                if (uri != enclosing || schema.Parent is not null)
                    Register(uri, file, schema, id.Span);
                _bases[schema] = uri;
                enclosing = uri;
            }
            else
            {
                file.Diagnostics.Add(SchemaRules.BadId, id.Span, id.Text);
            }
        }

        foreach (var child in schema.Children)
            Visit(file, child, enclosing);
    }

    private void Register(string uri, LinkedFile file, SchemaSyntax schema, JsonSpan place)
    {
        if (_byUri.TryGetValue(uri, out var holder))
            file.Diagnostics.Add(SchemaRules.DuplicateId, place, uri, holder.File.Path + (holder.Schema!.Parent is null ? "" : holder.Schema.Pointer));
        else
            _byUri.Add(uri, new Target(file, schema));
    }
}
