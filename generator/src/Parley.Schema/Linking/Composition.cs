using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// An object with <c>unevaluatedProperties</c> is described by its own <c>properties</c> and those of the schemas that it is composed of with <c>allOf</c> and references: its record has them all.
/// </summary>
internal static class Composition
{
    /// <summary>The schemas that a record is composed of beside its own, in the order of the text; none without <c>unevaluatedProperties</c>.</summary>
    public static IEnumerable<SchemaSyntax> PartsOf(SchemaSyntax record, References references) =>
        IsComposed(record) ? InPlaceSchemas.Always(record, references).Where(part => part != record && DeclaredAround(part, record, references)) : [];

    /// <summary>The subschemas of the properties that only parts declare. Where several declare one, each value is valid by all, and the first that says more than "anything" gives the type.</summary>
    public static IEnumerable<SchemaSyntax> PropertiesOf(SchemaSyntax record, References references)
    {
        if (!IsComposed(record))
            return [];

        var own = new HashSet<string>(record.Children.Where(static child => child.Keyword == "properties").Select(static child => child.Name!), StringComparer.Ordinal);
        return PartsOf(record, references)
            .SelectMany(static part => part.Children)
            .Where(child => child.Keyword == "properties" && !own.Contains(child.Name!))
            .GroupBy(static child => child.Name!, StringComparer.Ordinal)
            .Select(static declared => declared.FirstOrDefault(static child => LocalKinds.KindOf(child) != LocalKind.Any) ?? declared.First());
    }

    private static bool IsComposed(SchemaSyntax record) => record.Json.Find("unevaluatedProperties") is not null;

    // Integers become long where a declaration holds them, and are of any size in what another declaration only looks at: such a part gives no properties.
    private static bool DeclaredAround(SchemaSyntax part, SchemaSyntax record, References references)
    {
        if (DeclarationTable.IsDeclared(part, references))
            return true;
        var around = part.Parent!;
        while (around != record && !DeclarationTable.IsDeclared(around, references))
            around = around.Parent!;
        return around == record;
    }
}
