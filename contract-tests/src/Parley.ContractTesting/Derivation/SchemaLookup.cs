using Parley.Schema.Linking;
using Parley.Schema.Model;

namespace Parley.ContractTesting;

/// <summary>Finds linked schemas.</summary>
internal sealed class SchemaLookup(LinkResult linked)
{
    private readonly Dictionary<(string Path, string Pointer), SchemaNode> _declarations = linked.Schemas
        .SelectMany(schema => schema.Types.Select(type => KeyValuePair.Create((schema.Path, type.Schema.Pointer), type.Schema)))
        .ToDictionary();

    /// <summary>The schema that a reference leads to.</summary>
    public SchemaNode Find(TypeReference reference) => _declarations[(reference.Path, reference.Pointer)];

    /// <summary>All schemas that a value of a schema must meet in any case: itself, what it refers to, and the branches of <c>allOf</c>.</summary>
    public IEnumerable<SchemaNode> Facets(SchemaNode schema)
    {
        yield return schema;
        IEnumerable<SchemaNode> further = schema.AllOf;
        if (schema.Ref is { } reference)
            further = further.Append(Find(reference));
        if (schema.Declaration is { } declaration && Find(declaration) is var declared && declared != schema)
            further = further.Append(declared);
        foreach (var facet in further.SelectMany(Facets))
            yield return facet;
    }
}
