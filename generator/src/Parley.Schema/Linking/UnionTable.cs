using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Which subschemas are discriminated unions: every alternative of <c>oneOf</c> or <c>anyOf</c> is an object with declared members, and one member that all of them
/// require has a different constant in each.
/// </summary>
internal sealed class UnionTable(References references, Composition composition)
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

        foreach (var property in composition.AllPropertiesOf(records[0].Record!).Select(static property => property.Name!).Distinct(StringComparer.Ordinal))
        {
            var constants = new HashSet<string>(StringComparer.Ordinal);
            if (records.All(pair => ConstantOf(pair.Record!, property) is { } constant && constants.Add(constant.Text)))
            {
                return new DiscriminatedUnion(
                    keyword,
                    property,
                    [.. children.Select(child => new UnionAlternative(child, IsNull(child) ? null : ConstantOf(RecordOf(child)!, property)))]);
            }
        }

        return null;
    }

    private static bool IsNull(SchemaSyntax schema) => schema.Types == JsonTypes.Null;

    private SchemaSyntax? RecordOf(SchemaSyntax schema)
    {
        // A chain of references that comes back to itself has no end, and is reported elsewhere.
        var seen = new HashSet<SchemaSyntax>();
        while (composition.KindOf(schema) == LocalKind.Reference)
        {
            if (!seen.Add(schema) || !schema.Json.Members.All(static member => Notes.Contains(member.Name)) || references.TargetOf(schema) is not { } target)
                return null;
            schema = target;
        }

        return composition.KindOf(schema) == LocalKind.Record && !composition.AcceptsNull(schema) ? schema : null;
    }

    private JsonNode? ConstantOf(SchemaSyntax record, string property) =>
        composition.RequiredOf(record).Contains(property)
            ? composition.AllPropertiesOf(record)
                .Where(declared => string.Equals(declared.Name, property, StringComparison.Ordinal))
                .Select(static declared => declared.Json.Find("const")?.Value)
                .FirstOrDefault(static constant => constant?.Kind == JsonKind.String)
            : null;
}
