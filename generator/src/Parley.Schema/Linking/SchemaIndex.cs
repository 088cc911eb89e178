using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>What contracts ask about linked schemas.</summary>
internal sealed class SchemaIndex(References references, Composition composition, DeclarationTable declarations, ShapeTable shapes, NodeBuilder nodes)
{
    /// <summary>The declarations.</summary>
    public DeclarationTable Declarations { get; } = declarations;

    /// <summary>A reference to a declared subschema.</summary>
    public TypeReference Reference(SchemaSyntax schema) => nodes.Reference(Declarations.Find(schema)!);

    /// <summary>What a subschema is in C#.</summary>
    public Shape ShapeOf(SchemaSyntax schema) => shapes.ShapeOf(schema);

    /// <summary>The subschema behind references that say nothing else. Loops are errors and never come here.</summary>
    public SchemaSyntax Follow(SchemaSyntax schema)
    {
        while (composition.KindOf(schema) == LocalKind.Reference && references.MainTargetOf(schema) is { } target)
            schema = target;
        return schema;
    }

    /// <summary>The members of a record in document order and those of the schemas that it is composed of, with the subschema behind their references.</summary>
    public IEnumerable<RecordMember> MembersOf(SchemaSyntax record)
    {
        // A schema on the way to the record may require more of its members.
        var required = new HashSet<string>(StringComparer.Ordinal);
        var schema = record;
        while (true)
        {
            required.UnionWith(composition.RequiredOf(schema));
            if (composition.KindOf(schema) != LocalKind.Reference || references.MainTargetOf(schema) is not { } target)
                break;
            schema = target;
        }

        var declaration = Declarations.Find(schema)!;
        foreach (var child in schema.Children)
        {
            if (child.Keyword == "properties")
                yield return Member(child, declaration.Properties[child.Name!]);
        }

        foreach (var (schemas, identifier) in declaration.Composed)
            yield return Member(schemas[0], identifier);

        RecordMember Member(SchemaSyntax property, string identifier) => new(property.Name!, identifier, property, Follow(property), required.Contains(property.Name!));
    }

    /// <summary>A member of a record by its name on the wire, or null.</summary>
    public RecordMember? FindMember(SchemaSyntax record, string name) =>
        MembersOf(record).FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal));
}

/// <summary>A member of a record.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Identifier">C# property.</param>
/// <param name="Schema">Its subschema.</param>
/// <param name="Followed">The subschema behind its references.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record RecordMember(string Name, string Identifier, SchemaSyntax Schema, SchemaSyntax Followed, bool Required);
