using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// An object that is composed with <c>allOf</c> and references is described by its own <c>properties</c> and those of the schemas that always apply to it: its record has them all.
/// </summary>
internal sealed class Composition(References references)
{
    private readonly Dictionary<SchemaSyntax, bool> _composed = [];

    /// <summary>What a subschema is: a record also where only its parts together make it one.</summary>
    public LocalKind KindOf(SchemaSyntax schema)
    {
        var kind = LocalKinds.KindOf(schema);
        return kind is LocalKind.Any or LocalKind.Reference && IsComposed(schema) ? LocalKind.Record : kind;
    }

    /// <summary>Whether null is valid by a record's own keywords and those of its parts.</summary>
    public bool AcceptsNull(SchemaSyntax record) => InPlaceSchemas.Always(record, references).All(LocalKinds.AcceptsNull);

    /// <summary>The members that a record and its parts require.</summary>
    public HashSet<string> RequiredOf(SchemaSyntax record) =>
        new(InPlaceSchemas.Always(record, references).SelectMany(static part => KeywordValues.Names(part.Json, "required")), StringComparer.Ordinal);

    /// <summary>Every subschema that a record or one of its parts gives a property.</summary>
    public IEnumerable<SchemaSyntax> AllPropertiesOf(SchemaSyntax record) =>
        InPlaceSchemas.Always(record, references).SelectMany(static part => part.Children).Where(static child => child.Keyword == "properties");

    /// <summary>The properties that only parts declare, each with all its subschemas: first the one that is the first to say more than "anything".</summary>
    public IEnumerable<IReadOnlyList<SchemaSyntax>> PropertiesOf(SchemaSyntax record)
    {
        var own = new HashSet<string>(record.Children.Where(static child => child.Keyword == "properties").Select(static child => child.Name!), StringComparer.Ordinal);
        return InPlaceSchemas.Always(record, references)
            .Where(part => part != record && DeclaredAround(part, record))
            .SelectMany(static part => part.Children)
            .Where(child => child.Keyword == "properties" && !own.Contains(child.Name!))
            .GroupBy(static child => child.Name!, StringComparer.Ordinal)
            .Select(declared => declared.OrderBy(child => KindOf(child) == LocalKind.Any).ToArray());
    }

    private bool IsComposed(SchemaSyntax schema)
    {
        if (!_composed.TryGetValue(schema, out var isComposed))
        {
            isComposed = HasParts(schema) && MakeRecord([.. InPlaceSchemas.Always(schema, references)]);
            _composed.Add(schema, isComposed);
        }

        return isComposed;
    }

    // A reference with nothing but rules beside it is the type that it refers to, and alternatives beside the parts may be a union.
    private static bool HasParts(SchemaSyntax schema)
    {
        var hasReference = (schema.Ref ?? schema.DynamicRef) is not null;
        if (schema.HasProperties && hasReference)
            return true;
        return schema.Children.Any(static child => child.Keyword == "allOf")
            && (schema.HasProperties || hasReference || !schema.Children.Any(static child => child.Keyword is "anyOf" or "oneOf"));
    }

    // One part that lets nothing but objects in is enough; the others may leave that to it.
    private static bool MakeRecord(IReadOnlyList<SchemaSyntax> parts) =>
        parts.Any(static part => part.HasProperties)
        && parts.Any(static part => (part.Types & ~JsonTypes.Null) == JsonTypes.Object)
        && parts.All(static part => part.Types == JsonTypes.None || part.Types.HasFlag(JsonTypes.Object));

    // Integers become long where a declaration holds them, and are of any size in what another declaration only looks at: such a part gives no properties.
    private bool DeclaredAround(SchemaSyntax part, SchemaSyntax record)
    {
        if (DeclarationTable.IsDeclared(part, references))
            return true;
        var around = part.Parent!;
        while (around != record && !DeclarationTable.IsDeclared(around, references))
            around = around.Parent!;
        return around == record || KindOf(around) == LocalKind.Record;
    }
}
