using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// What <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> leave over. Where subschemas that always apply (<c>allOf</c>, references) say it by themselves, the schema tells which members
/// are evaluated; else it is found while checking, and the declarations on the way must tell what they evaluate.
/// </summary>
internal sealed class EvaluationTable
{
    private readonly References _references;
    private readonly DeclarationTable _declarations;
    private readonly Dictionary<SchemaSyntax, (EvaluatedMembers? Members, int? Items)> _known = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public EvaluationTable(
        FileSet files, IReadOnlyList<Variant> variants, References references, DeclarationTable declarations, CancellationToken cancellationToken)
    {
        (_references, _declarations) = (references, declarations);
        foreach (var file in files.Schemas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!file.IsBroken)
                Visit(file.Document.Schema!);
        }

        foreach (var variant in variants)
        {
            if (!variant.File.IsBroken)
                Visit(variant.Schema);
        }
    }

    /// <summary>The members that are evaluated beside <c>unevaluatedProperties</c>; null when checking must find out, or without that keyword.</summary>
    public EvaluatedMembers? MembersOf(SchemaSyntax schema) => _known.TryGetValue(schema, out var known) ? known.Members : null;

    /// <summary>The number of items that are evaluated beside <c>unevaluatedItems</c>; null when checking must find out, or without that keyword.</summary>
    public int? ItemsOf(SchemaSyntax schema) => _known.TryGetValue(schema, out var known) ? known.Items : null;

    /// <summary>Whether another declaration asks this one what it evaluates.</summary>
    public bool IsAsked(Declaration declaration) => _asked.Contains(declaration.FullName);

    private void Visit(SchemaSyntax schema)
    {
        var members = schema.Json.Find("unevaluatedProperties") is not null;
        var items = schema.Json.Find("unevaluatedItems") is not null;
        if (members || items)
            Weigh(schema, members, items);
        foreach (var child in schema.Children)
            Visit(child);
    }

    private void Weigh(SchemaSyntax schema, bool members, bool items)
    {
        var always = new Evaluated();
        var sometimes = new Evaluated();
        var inPlace = InPlaceSchemas.All(schema, _references);
        foreach (var (part, isConditional) in inPlace)
            (isConditional ? sometimes : always).Add(part, withUnevaluated: part != schema);

        var knowsMembers = !members || IsTrue(schema, "unevaluatedProperties") || always.HoldsMembersOf(sometimes);
        var knowsItems = !items || IsTrue(schema, "unevaluatedItems") || (!always.SomeItems && always.HoldsItemsOf(sometimes)) || always.AllItems;
        _known.Add(schema, (members && knowsMembers ? MembersBeside(schema, always) : null, items && knowsItems ? always.AllItems ? int.MaxValue : always.Items : null));
        if (knowsMembers && knowsItems)
            return;

        foreach (var (part, _) in inPlace)
        {
            if (part != schema && _declarations.Find(part) is { } declaration)
                _asked.Add(declaration.FullName);
        }
    }

    private static bool IsTrue(SchemaSyntax schema, string keyword) => schema.Json.Find(keyword)?.Value.Kind == JsonKind.True;

    private static EvaluatedMembers MembersBeside(SchemaSyntax schema, Evaluated always)
    {
        var own = new Evaluated();
        own.Add(schema, withUnevaluated: false);
        return new EvaluatedMembers(
            new EquatableArray<string>(always.Names.Where(name => !own.HasName(name))),
            new EquatableArray<string>(always.Patterns.Where(pattern => !own.HasPattern(pattern))),
            always.AllMembers);
    }
}
