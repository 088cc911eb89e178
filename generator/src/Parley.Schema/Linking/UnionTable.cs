using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Which subschemas have alternatives that a member tells apart: every alternative of <c>oneOf</c> or <c>anyOf</c> is an object with declared members or such a union itself, and one member that all
/// of them require has a constant, or one of several, that no other alternative has.
/// </summary>
internal sealed class UnionTable(References references, Composition composition)
{
    // A union in a union that is deeper than this is no type that anyone wants to read.
    private const int MaxDepth = 8;

    // Shared alternatives multiply: few lines could hold more objects than any build has time for.
    private const int MaxNestedObjects = 1000;

    private readonly Dictionary<SchemaSyntax, DiscriminatedUnion?> _unions = [];

    /// <summary>The union that a subschema is in C#, or null.</summary>
    public DiscriminatedUnion? FindType(SchemaSyntax schema) => IsNothingElse(schema) ? Find(schema) : null;

    /// <summary>The union of a subschema's alternatives, whatever else it says about the value; or null.</summary>
    public DiscriminatedUnion? Find(SchemaSyntax schema)
    {
        if (_unions.TryGetValue(schema, out var known))
            return known;
        // Most subschemas are none, and are asked about on every edit.
        if (!schema.Children.Any(IsAlternative))
            return null;

        // From the inside out, with a list: references may lead as far as the input is long.
        var pending = new Stack<SchemaSyntax>();
        var begun = new HashSet<SchemaSyntax>();
        pending.Push(schema);
        while (pending.Count > 0)
        {
            var at = pending.Peek();
            if (!_unions.ContainsKey(at) && begun.Add(at))
            {
                // One that is its own alternative has no end, and is reported elsewhere.
                foreach (var inner in at.Children.Where(IsAlternative).Select(TargetOf).OfType<SchemaSyntax>())
                {
                    if (!begun.Contains(inner) && IsNothingElse(inner))
                        pending.Push(inner);
                }

                continue;
            }

            pending.Pop();
            if (!_unions.ContainsKey(at))
                _unions.Add(at, Of(at, "oneOf") ?? Of(at, "anyOf"));
        }

        return _unions[schema];
    }

    private static bool IsAlternative(SchemaSyntax schema) => schema.Keyword is "oneOf" or "anyOf";

    // The type of a subschema with properties or a reference is that of the object or of the target.
    private bool IsNothingElse(SchemaSyntax schema) => schema.Json.Kind == JsonKind.Object && !schema.HasProperties && composition.KindOf(schema) == LocalKind.Any;

    private DiscriminatedUnion? Of(SchemaSyntax schema, string keyword)
    {
        var alternatives = new List<UnionAlternative>();
        foreach (var child in schema.Children.Where(child => child.Keyword == keyword))
        {
            if (AlternativeOf(child) is not { } alternative)
                return null;
            alternatives.Add(alternative);
        }

        var objects = alternatives.Where(static alternative => !alternative.IsNull).ToArray();
        if (objects.Length < 2 || alternatives.Count(static alternative => alternative.AcceptsNull) > 1)
            return null;

        foreach (var property in NamesOf(objects[0]).Distinct(StringComparer.Ordinal))
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            if (!objects.All(alternative => ConstantsOf(alternative, property) is { } constants && constants.All(constant => taken.Add(constant.Text))))
                continue;
            var union = new DiscriminatedUnion(
                keyword, property, [.. alternatives.Select(alternative => alternative.IsNull ? alternative : alternative with { Constants = ConstantsOf(alternative, property)! })]);
            return union.Depth == 1 || (union.Depth <= MaxDepth && union.Objects <= MaxNestedObjects) ? union : null;
        }

        return null;
    }

    private UnionAlternative? AlternativeOf(SchemaSyntax schema)
    {
        if (schema.Types == JsonTypes.Null)
            return new UnionAlternative(schema, schema, null, [], AcceptsNull: true);
        if (TargetOf(schema) is not { } target)
            return null;
        if (composition.KindOf(target) == LocalKind.Record)
            return new UnionAlternative(schema, target, null, [], composition.AcceptsNull(target));
        // Asked for already, from the inside out.
        return IsNothingElse(target) && _unions.TryGetValue(target, out var union) && union is not null
            ? new UnionAlternative(schema, target, union, [], composition.AcceptsNull(target) && union.AcceptsNull)
            : null;
    }

    private SchemaSyntax? TargetOf(SchemaSyntax schema)
    {
        // A chain of references that comes back to itself has no end, and is reported elsewhere.
        var seen = new HashSet<SchemaSyntax>();
        while (composition.KindOf(schema) == LocalKind.Reference)
        {
            if (!seen.Add(schema) || !schema.Json.Members.All(static member => member.Name == "$ref" || KeywordTable.IsNote(member.Name)) || references.TargetOf(schema) is not { } target)
                return null;
            schema = target;
        }

        return schema;
    }

    // The names of what may tell an alternative from others: a union's own members, and those of its first alternative.
    private IEnumerable<string> NamesOf(UnionAlternative alternative)
    {
        var own = composition.AllPropertiesOf(alternative.Target).Select(static property => property.Name!);
        return alternative.Union is { } union ? own.Concat(NamesOf(union.Alternatives.First(static inner => !inner.IsNull))) : own;
    }

    // The constants that a member has in every object of an alternative; null when it may be absent or anything.
    private IReadOnlyList<JsonNode>? ConstantsOf(UnionAlternative alternative, string property)
    {
        if (composition.RequiredOf(alternative.Target).Contains(property)
            && composition.AllPropertiesOf(alternative.Target).Where(declared => declared.Name == property).Select(ConstantsOf).FirstOrDefault(static constants => constants is not null) is { } own)
            return own;
        if (alternative.Union is not { } union)
            return null;

        var all = union.Alternatives.Where(static inner => !inner.IsNull).Select(inner => ConstantsOf(inner, property)).ToArray();
        return Array.IndexOf(all, null) < 0 ? Distinct(all.SelectMany(static constants => constants!)) : null;
    }

    private IReadOnlyList<JsonNode>? ConstantsOf(SchemaSyntax property)
    {
        foreach (var part in InPlaceSchemas.Always(property, references))
        {
            if (part.Json.Find("const")?.Value is { Kind: JsonKind.String } constant)
                return [constant];
            if (part.Json.Find("enum")?.Value.Items is { Count: > 0 } values && values.All(static value => value.Kind == JsonKind.String))
                return Distinct(values);
        }

        return null;
    }

    private static JsonNode[] Distinct(IEnumerable<JsonNode> constants) => [.. constants.GroupBy(static constant => constant.Text, StringComparer.Ordinal).Select(static same => same.First())];
}
