using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Keywords whose values need no more than the right kind.</summary>
internal static class AnnotationKeywords
{
    public static void Anything(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
    }

    public static void Text(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind != JsonKind.String)
            reader.WrongValue(keyword.Name, keyword.Value, "a string");
    }

    public static void Boolean(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (!keyword.Value.IsBoolean)
            reader.WrongValue(keyword.Name, keyword.Value, "a boolean");
    }

    public static void List(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind != JsonKind.Array)
            reader.WrongValue(keyword.Name, keyword.Value, "an array");
    }
}
