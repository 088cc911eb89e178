using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Which subschemas are one other subschema or null: <c>anyOf</c> or <c>oneOf</c> of the two with nothing but notes beside them. A <c>oneOf</c> whose other alternative may be null too is none: it refuses null.
/// </summary>
internal sealed class NullableTable(References references, UnionTable unions, OpenEnumTable openEnums)
{
    private readonly Dictionary<SchemaSyntax, SchemaSyntax?> _found = [];

    /// <summary>The alternative that is not null; null when the subschema is no such choice.</summary>
    public SchemaSyntax? Find(SchemaSyntax schema)
    {
        if (!_found.TryGetValue(schema, out var one))
        {
            one = Of(schema);
            _found.Add(schema, one);
        }

        return one;
    }

    private SchemaSyntax? Of(SchemaSyntax schema)
    {
        // Most subschemas are none, and are asked about on every edit.
        if (!schema.Children.Any(static child => child.Keyword is "anyOf" or "oneOf"))
            return null;
        var rules = schema.Json.Members.Where(static member => !SaysNothing(member.Name)).ToArray();
        if (rules.Length != 1 || rules[0].Name is not ("anyOf" or "oneOf"))
            return null;

        var alternatives = schema.Children.Where(child => child.Keyword == rules[0].Name).ToArray();
        var others = alternatives.Where(static alternative => !IsNull(alternative)).ToArray();
        if (alternatives.Length != 2 || others.Length != 1 || others[0].Json.Kind != JsonKind.Object)
            return null;
        return rules[0].Name == "anyOf" || RefusesNull(others[0]) ? others[0] : null;
    }

    // What may stand beside the alternatives without saying anything about values.
    private static bool SaysNothing(string keyword) =>
        keyword is "$schema" or "$id" or "$anchor" or "$dynamicAnchor" or "$defs" || KeywordTable.IsNote(keyword);

    private static bool IsNull(SchemaSyntax schema) =>
        schema.Types == JsonTypes.Null && schema.Json.Members.All(static member => member.Name == "type" || SaysNothing(member.Name));

    private bool RefusesNull(SchemaSyntax schema) => InPlaceSchemas.Always(schema, references).Any(part =>
        !LocalKinds.AcceptsNull(part)
        || unions.Find(part) is { AcceptsNull: false }
        || (openEnums.Find(part) is not null && !OpenEnumTable.HasNull(part)));
}
