using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>A subschema that becomes a C# declaration.</summary>
internal sealed class Declaration(LinkedFile file, SchemaSyntax schema, string name)
{
    public LinkedFile File { get; } = file;

    public SchemaSyntax Schema { get; } = schema;

    /// <summary>C# name without namespace.</summary>
    public string Name { get; } = name;

    /// <summary>C# name with namespace, without <c>global::</c>.</summary>
    public string FullName { get; } = file.Qualify(name);

    /// <summary>The C# property of each of <c>properties</c>, for a record.</summary>
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>For a record: the properties that the schemas it is composed of declare, with the C# property of each.</summary>
    public List<(SchemaSyntax Schema, string Identifier)> Composed { get; } = [];

    /// <summary>The C# member of each of <c>enum</c>, for an enum; empty for null.</summary>
    public List<string> EnumMembers { get; } = [];
}
