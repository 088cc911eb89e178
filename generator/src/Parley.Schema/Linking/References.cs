using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Where every <c>$ref</c> leads. Built once, then only asked.</summary>
internal sealed class References
{
    private readonly Dictionary<SchemaSyntax, SchemaSyntax> _targets = [];
    private readonly HashSet<SchemaSyntax> _referenced = [];

    public References(FileSet files, ReferenceResolver resolver, CancellationToken cancellationToken)
    {
        foreach (var file in files.Schemas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Document.Schema is { } root)
                Resolve(file, root, resolver);
        }
    }

    /// <summary>The target of a subschema's <c>$ref</c>, or null when it has none or none was found.</summary>
    public SchemaSyntax? TargetOf(SchemaSyntax schema) => _targets.TryGetValue(schema, out var target) ? target : null;

    /// <summary>Whether a reference leads to a subschema.</summary>
    public bool IsTarget(SchemaSyntax schema) => _referenced.Contains(schema);

    /// <summary>Adds a target that something other than a schema refers to.</summary>
    public void AddTarget(SchemaSyntax schema) => _referenced.Add(schema);

    // Nesting is bounded by the parser.
    private void Resolve(LinkedFile file, SchemaSyntax schema, ReferenceResolver resolver)
    {
        if (schema.Ref is { } reference && resolver.ResolveSchema(file, reference) is { } target)
        {
            if (target.File != file)
                file.Uses.Add(target.File);
            if (target.Schema is { } found)
            {
                _targets.Add(schema, found);
                AddTarget(found);
            }
        }

        foreach (var child in schema.Children)
            Resolve(file, child, resolver);
    }
}
