using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Resolves <c>$dynamicRef</c> before anything is emitted: the dynamic scopes that a schema can be evaluated in are enumerated, and where one makes a reference lead
/// elsewhere than the schema's own scope does, the schema gets a variant. Schemas below which no <c>$dynamicRef</c> depends on the scope have none.
/// </summary>
internal sealed class DynamicScopes
{
    private const int MostVariants = 64;

    private readonly FileSet _files;
    private readonly References _references;
    private readonly CancellationToken _cancellationToken;

    // What references lead to by themselves, before any is redirected.
    private readonly Dictionary<SchemaSyntax, SchemaSyntax> _targets = [];
    private readonly Dictionary<SchemaSyntax, SchemaSyntax> _dynamicTargets = [];
    private readonly Dictionary<SchemaSyntax, LinkedFile> _fileOfRoot = [];
    private readonly Dictionary<SchemaSyntax, DynamicScope> _own = [];
    private readonly Dictionary<string, List<SchemaSyntax>> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaSyntax, HashSet<string>> _names = [];
    private readonly Dictionary<SchemaSyntax, List<(DynamicScope Scope, SchemaSyntax Schema)>> _variantsOf = [];
    private readonly HashSet<SchemaSyntax> _full = [];
    private readonly Queue<(LinkedFile File, SchemaSyntax Original, SchemaSyntax Schema, DynamicScope Scope)> _pending = new();
    private readonly List<Variant> _variants = [];

    private DynamicScopes(FileSet files, References references, CancellationToken cancellationToken) =>
        (_files, _references, _cancellationToken) = (files, references, cancellationToken);

    /// <summary>Redirects the references that depend on a dynamic scope.</summary>
    /// <returns>The variants that they lead to, in the order in which they were found.</returns>
    public static IReadOnlyList<Variant> Resolve(FileSet files, References references, CancellationToken cancellationToken)
    {
        if (!references.HasDynamic)
            return [];

        var scopes = new DynamicScopes(files, references, cancellationToken);
        foreach (var file in files.Schemas)
        {
            if (file.Document.Schema is { } root)
                scopes.Collect(file, root, DynamicScope.Empty);
        }

        scopes.Run();
        return scopes._variants;
    }

    // The scope in which a subschema is evaluated where it stands. A definition does not stand in the value of what holds it.
    private void Collect(LinkedFile file, SchemaSyntax schema, DynamicScope scope)
    {
        if (schema.Parent is null)
            _fileOfRoot.Add(schema, file);
        scope = scope.Enter(schema.Resource);
        _own.Add(schema, scope);
        if (schema.DynamicAnchor is { } anchor)
        {
            if (!_anchors.TryGetValue(anchor.Text, out var holders))
                _anchors.Add(anchor.Text, holders = []);
            holders.Add(schema);
        }

        if (_references.TargetOf(schema) is { } target)
            _targets.Add(schema, target);
        if (_references.DynamicTargetOf(schema) is { } dynamicTarget)
            _dynamicTargets.Add(schema, dynamicTarget);
        foreach (var child in schema.Children)
            Collect(file, child, child.Keyword == "$defs" ? DynamicScope.Empty : scope);
    }

    private void Run()
    {
        foreach (var file in _files.Schemas)
        {
            if (!file.IsBroken && file.Document.Schema is { } root)
                RedirectAll(file, root);
        }

        while (_pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var (file, original, schema, scope) = _pending.Dequeue();
            Redirect(file, original, schema, scope);
            foreach (var child in original.Children)
            {
                if (child.Keyword == "$defs")
                    continue;
                var copy = child.CopyAlone(schema);
                schema.Add(copy);
                _pending.Enqueue((file, child, copy, scope.Enter(child.Resource)));
            }
        }
    }

    private void RedirectAll(LinkedFile file, SchemaSyntax schema)
    {
        Redirect(file, schema, schema, _own[schema]);
        foreach (var child in schema.Children)
            RedirectAll(file, child);
    }

    private void Redirect(LinkedFile file, SchemaSyntax original, SchemaSyntax schema, DynamicScope scope)
    {
        if (_targets.TryGetValue(original, out var target))
            _references.Redirect(schema, At(file, original.Ref!, target, scope));
        if (!_dynamicTargets.TryGetValue(original, out var dynamicTarget))
            return;
        if (NameOf(original) is { } name && scope.Find(name) is { } bound)
            dynamicTarget = bound;
        _references.RedirectDynamic(schema, At(file, original.DynamicRef!, dynamicTarget, scope));
    }

    // The name that the dynamic scope decides on; null for a reference that leads to one place in every scope.
    private string? NameOf(SchemaSyntax schema)
    {
        if (schema.DynamicRef is not { } reference || !_dynamicTargets.TryGetValue(schema, out var target))
            return null;
        SchemaUri.SplitFragment(reference.Text, out var fragment);
        return target.DynamicAnchor?.Text == fragment ? fragment : null;
    }

    // A schema as it is evaluated when a reference enters it from a scope: itself, or a variant.
    private SchemaSyntax At(LinkedFile from, JsonNode reference, SchemaSyntax schema, DynamicScope scope)
    {
        var file = FileOf(schema);
        if (file != from && !from.Uses.Contains(file))
            from.Uses.Add(file);

        var names = NamesBelow(schema);
        var entered = scope.Enter(schema.Resource).Only(names);
        var own = _own[schema].Only(names);
        if (entered.IsSame(own) || file.IsBroken)
            return schema;

        if (!_variantsOf.TryGetValue(schema, out var known))
            _variantsOf.Add(schema, known = []);
        foreach (var entry in known)
        {
            if (entry.Scope.IsSame(entered))
                return entry.Schema;
        }

        if (known.Count == MostVariants)
        {
            if (_full.Add(schema))
                from.Diagnostics.Add(SchemaRules.TooManyScopes, reference.Span, reference.Text, DiagnosticBag.Number(MostVariants));
            return schema;
        }

        var bound = entered.Beside(own);
        var variant = new Variant(file, schema, schema.CopyAlone(null), bound);
        // Their names make up the variant's.
        _references.AddTarget(schema);
        foreach (var holder in bound)
            _references.AddTarget(holder);
        known.Add((entered, variant.Schema));
        _variants.Add(variant);
        _pending.Enqueue((file, schema, variant.Schema, entered));
        return variant.Schema;
    }

    // The names on which references below a schema depend, in whatever scope.
    private HashSet<string> NamesBelow(SchemaSyntax start)
    {
        if (_names.TryGetValue(start, out var names))
            return names;

        names = new(StringComparer.Ordinal);
        var reached = new HashSet<SchemaSyntax> { start };
        var pending = new Stack<SchemaSyntax>(reached);
        while (pending.Count > 0)
        {
            var schema = pending.Pop();
            if (NameOf(schema) is { } name && names.Add(name))
                Reach(_anchors[name]);
            if (_targets.TryGetValue(schema, out var target))
                Reach([target]);
            if (_dynamicTargets.TryGetValue(schema, out var dynamicTarget))
                Reach([dynamicTarget]);
            Reach(schema.Children.Where(static child => child.Keyword != "$defs"));
        }

        _names.Add(start, names);
        return names;

        void Reach(IEnumerable<SchemaSyntax> schemas)
        {
            foreach (var schema in schemas)
            {
                if (reached.Add(schema))
                    pending.Push(schema);
            }
        }
    }

    private LinkedFile FileOf(SchemaSyntax schema)
    {
        while (schema.Parent is { } parent)
            schema = parent;
        return _fileOfRoot[schema];
    }
}
