using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Which subschemas are discriminated unions: every alternative of <c>oneOf</c> or <c>anyOf</c> is an object with declared members, and one member that all of them
/// require has a different constant in each.
/// </summary>
internal sealed class UnionTable(References references)
{
    // What may stand beside a reference without saying anything about values.
    private static readonly HashSet<string> Notes = new(StringComparer.Ordinal)
    {
        "$ref", "$comment", "title", "description", "deprecated", "examples", "default", "readOnly", "writeOnly",
    };

    private readonly Dictionary<SchemaSyntax, DiscriminatedUnion?> _unions = [];

    /// <summary>The union that a subschema is, or null.</summary>
    public DiscriminatedUnion? Find(SchemaSyntax schema)
    {
        if (!_unions.TryGetValue(schema, out var union))
        {
            union = schema.Json.Kind == JsonKind.Object && !schema.HasProperties && (schema.Ref ?? schema.DynamicRef) is null ? Of(schema, "oneOf") ?? Of(schema, "anyOf") : null;
            _unions.Add(schema, union);
        }

        return union;
    }

    private DiscriminatedUnion? Of(SchemaSyntax schema, string keyword)
    {
        var children = schema.Children.Where(child => child.Keyword == keyword).ToList();
        var records = children.Where(static child => !IsNull(child)).Select(child => (Child: child, Record: RecordOf(child))).ToList();
        if (records.Count < 2 || children.Count - records.Count > 1 || records.Any(static pair => pair.Record is null))
            return null;

        foreach (var property in records[0].Record!.Json.Find("properties")!.Value.Members)
        {
            var constants = new HashSet<string>(StringComparer.Ordinal);
            if (records.All(pair => ConstantOf(pair.Record!, property.Name) is { } constant && constants.Add(constant.Text)))
            {
                return new DiscriminatedUnion(
                    keyword,
                    property.Name,
                    [.. children.Select(child => new UnionAlternative(child, IsNull(child) ? null : ConstantOf(RecordOf(child)!, property.Name)))]);
            }
        }

        return null;
    }

    private static bool IsNull(SchemaSyntax schema) => schema.Types == JsonTypes.Null;

    private SchemaSyntax? RecordOf(SchemaSyntax schema)
    {
        // A chain of references that comes back to itself has no end, and is reported elsewhere.
        var seen = new HashSet<SchemaSyntax>();
        while (schema.Ref is not null)
        {
            if (!seen.Add(schema) || !schema.Json.Members.All(static member => Notes.Contains(member.Name)) || references.TargetOf(schema) is not { } target)
                return null;
            schema = target;
        }

        return LocalKinds.KindOf(schema) == LocalKind.Record && !LocalKinds.AcceptsNull(schema) ? schema : null;
    }

    private static JsonNode? ConstantOf(SchemaSyntax record, string property)
    {
        if (!KeywordValues.Names(record.Json, "required").Contains(property))
            return null;
        var constant = record.Json.Find("properties")?.Value.Find(property)?.Value.Find("const")?.Value;
        return constant?.Kind == JsonKind.String ? constant : null;
    }
}
