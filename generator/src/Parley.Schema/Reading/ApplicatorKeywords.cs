using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Keywords that hold subschemas.</summary>
internal static class ApplicatorKeywords
{
    public static void Schema(KeywordReader reader, SchemaSyntax schema, JsonMember keyword) => reader.ReadChild(schema, keyword);

    public static void SchemaList(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.Array)
        {
            reader.WrongValue(keyword.Name, value, "an array of schemas");
            return;
        }

        if (value.Items.Count == 0)
            reader.Diagnostics.Add(SchemaRules.EmptyKeyword, value.Span, keyword.Name);
        for (var i = 0; i < value.Items.Count; i++)
            reader.ReadChild(schema, keyword, DiagnosticBag.Number(i), value.Items[i]);
    }

    public static void SchemaMap(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.Object)
        {
            reader.WrongValue(keyword.Name, value, "an object of schemas");
            return;
        }

        foreach (var member in value.Members)
            reader.ReadChild(schema, keyword, member.Name, member.Value);
    }

    public static void PatternProperties(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind == JsonKind.Object)
        {
            foreach (var member in keyword.Value.Members)
            {
                if (PatternCheck.FindFault(member.Name) is { } fault)
                    reader.Diagnostics.Add(SchemaRules.BadPattern, member.NameSpan, fault);
            }
        }

        SchemaMap(reader, schema, keyword);
    }

    public static void Properties(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        schema.HasProperties = keyword.Value.Kind == JsonKind.Object;
        SchemaMap(reader, schema, keyword);
    }
}
