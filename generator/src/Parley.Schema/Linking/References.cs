using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Where every <c>$ref</c> and <c>$dynamicRef</c> leads. Built first, then only asked.</summary>
internal sealed class References
{
    private readonly Dictionary<SchemaSyntax, SchemaSyntax> _targets = [];
    private readonly Dictionary<SchemaSyntax, SchemaSyntax> _dynamicTargets = [];
    private readonly HashSet<SchemaSyntax> _referenced = [];
    private int _resolved;

    /// <summary>Resolves what the schema files hold that have joined since the last time: a known schema joins them when a reference leads to it.</summary>
    public void Resolve(FileSet files, ReferenceResolver resolver, CancellationToken cancellationToken)
    {
        for (; _resolved < files.Files.Count; _resolved++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = files.Files[_resolved];
            if (file.Document is { Kind: DocumentKind.Schema, Schema: { } root })
                Resolve(file, root, resolver);
        }
    }

    /// <summary>Whether there is a <c>$dynamicRef</c> anywhere.</summary>
    public bool HasDynamic => _dynamicTargets.Count > 0;

    /// <summary>The target of a subschema's <c>$ref</c>, or null when it has none or none was found.</summary>
    public SchemaSyntax? TargetOf(SchemaSyntax schema) => _targets.TryGetValue(schema, out var target) ? target : null;

    /// <summary>The target of a subschema's <c>$dynamicRef</c>, or null when it has none or none was found.</summary>
    public SchemaSyntax? DynamicTargetOf(SchemaSyntax schema) => _dynamicTargets.TryGetValue(schema, out var target) ? target : null;

    /// <summary>The target of the one reference that decides what a value is in C#: <c>$ref</c> before <c>$dynamicRef</c>.</summary>
    public SchemaSyntax? MainTargetOf(SchemaSyntax schema) => schema.Ref is not null ? TargetOf(schema) : DynamicTargetOf(schema);

    /// <summary>Whether a reference leads to a subschema.</summary>
    public bool IsTarget(SchemaSyntax schema) => _referenced.Contains(schema);

    /// <summary>Adds a target that something other than a schema refers to.</summary>
    public void AddTarget(SchemaSyntax schema) => _referenced.Add(schema);

    /// <summary>Lets a <c>$ref</c> lead to a variant of its target.</summary>
    public void Redirect(SchemaSyntax schema, SchemaSyntax target) => Set(_targets, schema, target);

    /// <summary>Lets a <c>$dynamicRef</c> lead where its dynamic scope says.</summary>
    public void RedirectDynamic(SchemaSyntax schema, SchemaSyntax target) => Set(_dynamicTargets, schema, target);

    private void Set(Dictionary<SchemaSyntax, SchemaSyntax> targets, SchemaSyntax schema, SchemaSyntax target)
    {
        targets[schema] = target;
        AddTarget(target);
    }

    // Nesting is bounded by the parser.
    private void Resolve(LinkedFile file, SchemaSyntax schema, ReferenceResolver resolver)
    {
        Resolve(file, schema, schema.Ref, _targets, resolver);
        Resolve(file, schema, schema.DynamicRef, _dynamicTargets, resolver);
        foreach (var child in schema.Children)
            Resolve(file, child, resolver);
    }

    private void Resolve(LinkedFile file, SchemaSyntax schema, JsonNode? reference, Dictionary<SchemaSyntax, SchemaSyntax> targets, ReferenceResolver resolver)
    {
        if (reference is null || resolver.ResolveSchema(file, schema, reference, file.Diagnostics) is not { } target)
            return;
        if (target.File != file)
            file.Uses.Add(target.File);
        if (target.Schema is { } found)
            Set(targets, schema, found);
    }
}
