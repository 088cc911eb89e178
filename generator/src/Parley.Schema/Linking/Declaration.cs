using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>A subschema that becomes a C# declaration.</summary>
internal sealed class Declaration(LinkedFile file, SchemaSyntax schema, string name)
{
    private readonly List<(IReadOnlyList<SchemaSyntax> Schemas, string Identifier)> _composed = [];
    private readonly Dictionary<SchemaSyntax, string> _composedNames = [];

    public LinkedFile File { get; } = file;

    public SchemaSyntax Schema { get; } = schema;

    /// <summary>C# name without namespace.</summary>
    public string Name { get; } = name;

    /// <summary>C# name with namespace, without <c>global::</c>.</summary>
    public string FullName { get; } = file.Qualify(name);

    /// <summary>The C# property of each of <c>properties</c>, for a record.</summary>
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>For a record: the properties that only the schemas it is composed of declare, each with all its subschemas and the C# property.</summary>
    public IReadOnlyList<(IReadOnlyList<SchemaSyntax> Schemas, string Identifier)> Composed => _composed;

    /// <summary>The C# member of each of <c>enum</c>, for an enum; empty for null.</summary>
    public List<string> EnumMembers { get; } = [];

    /// <summary>Adds to <see cref="Composed"/>.</summary>
    public void AddComposed(IReadOnlyList<SchemaSyntax> schemas, string identifier)
    {
        _composed.Add((schemas, identifier));
        _composedNames.Add(schemas[0], identifier);
    }

    /// <summary>The C# property of which a subschema is the first to say what it is, or null.</summary>
    public string? FindComposed(SchemaSyntax schema) => _composedNames.TryGetValue(schema, out var identifier) ? identifier : null;
}
