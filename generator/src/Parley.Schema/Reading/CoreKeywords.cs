using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Keywords of the core vocabulary.</summary>
internal static class CoreKeywords
{
    private const string Dialect202012 = "https://json-schema.org/draft/2020-12/schema";

    public static void Dialect(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.String)
            reader.WrongValue(keyword.Name, value, "a string");
        else if (value.Text is not (Dialect202012 or (Dialect202012 + "#")))
            reader.Diagnostics.Add(SchemaRules.WrongDialect, value.Span, value.Text);
    }

    public static void Id(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.String)
            reader.WrongValue(keyword.Name, value, "a string");
        else if (schema.Parent is not null)
            reader.Diagnostics.Add(SchemaRules.NestedId, keyword.NameSpan);
        else if (!SchemaUri.TryParseAbsolute(value.Text, out _, out var fragment) || fragment.Length > 0)
            reader.Diagnostics.Add(SchemaRules.BadId, value.Span, value.Text);
    }

    public static void Anchor(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.String)
            reader.WrongValue(keyword.Name, value, "a string");
        else if (!IsAnchor(value.Text))
            reader.Diagnostics.Add(SchemaRules.WrongKeywordValue, value.Span, keyword.Name, "a letter or '_', followed by letters, digits, '-', '_' and '.'", CompactJson.Quote(value.Text));
        else if (!reader.AddAnchor(value.Text, schema))
            reader.Diagnostics.Add(SchemaRules.RepeatedEntry, value.Span, keyword.Name, CompactJson.Quote(value.Text));
    }

    public static void Ref(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind == JsonKind.String)
            schema.Ref = keyword.Value;
        else
            reader.WrongValue(keyword.Name, keyword.Value, "a string");
    }

    private static bool IsAnchor(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_') && (i == 0 || text[i] is not ((>= '0' and <= '9') or '-' or '.')))
                return false;
        }

        return text.Length > 0;
    }
}
