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
            reader.ForeignDialects.Add(value);
    }

    public static void Id(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.String)
            reader.WrongValue(keyword.Name, value, "a string");
    }

    public static void Vocabulary(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind != JsonKind.Object || !keyword.Value.Members.All(static vocabulary => vocabulary.Value.IsBoolean))
            reader.WrongValue(keyword.Name, keyword.Value, "an object of booleans");
    }

    public static void DynamicAnchor(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        Anchor(reader, schema, keyword);
        if (keyword.Value.Kind == JsonKind.String)
            schema.DynamicAnchor = keyword.Value;
    }

    public static void Anchor(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.String)
            reader.WrongValue(keyword.Name, value, "a string");
        else if (!IsAnchor(value.Text))
            reader.Diagnostics.Add(SchemaRules.WrongKeywordValue, value.Span, keyword.Name, "a letter or '_', followed by letters, digits, '-', '_' and '.'", CompactJson.Quote(value.Text));
        else if (!schema.Resource.Anchors.TryGetValue(value.Text, out var holder))
            schema.Resource.Anchors.Add(value.Text, schema);
        else if (holder != schema)
            reader.Diagnostics.Add(SchemaRules.RepeatedAnchor, value.Span, value.Text, holder.Pointer);
    }

    public static void Ref(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind == JsonKind.String)
            schema.Ref = keyword.Value;
        else
            reader.WrongValue(keyword.Name, keyword.Value, "a string");
    }

    public static void DynamicRef(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind == JsonKind.String)
            schema.DynamicRef = keyword.Value;
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
