using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Reading;

/// <summary>Keywords that check a value on their own.</summary>
internal static class AssertionKeywords
{
    public static void Type(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind == JsonKind.String)
        {
            AddType(reader, schema, keyword.Name, value);
        }
        else if (value.Kind == JsonKind.Array)
        {
            if (value.Items.Count == 0)
                reader.Diagnostics.Add(SchemaRules.EmptyKeyword, value.Span, keyword.Name);
            foreach (var item in value.Items)
            {
                if (item.Kind == JsonKind.String)
                    AddType(reader, schema, keyword.Name, item);
                else
                    reader.WrongValue(keyword.Name, item, "the name of a type or an array of them");
            }
        }
        else
        {
            reader.WrongValue(keyword.Name, value, "the name of a type or an array of them");
        }
    }

    public static void Enum(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.Array)
        {
            reader.WrongValue(keyword.Name, value, "an array");
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in value.Items)
        {
            if (!known.Add(CompactJson.Key(item)))
                reader.Diagnostics.Add(SchemaRules.RepeatedEntry, item.Span, keyword.Name, CompactJson.Write(item));
        }
    }

    public static void Count(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        var value = keyword.Value;
        if (value.Kind != JsonKind.Number || !JsonNumberText.TryGetInteger(value.Text, out var count) || count < 0)
            reader.WrongValue(keyword.Name, value, "an integer from 0 to 9223372036854775807");
    }

    public static void Number(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind != JsonKind.Number)
            reader.WrongValue(keyword.Name, keyword.Value, "a number");
    }

    public static void PositiveNumber(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind != JsonKind.Number)
            reader.WrongValue(keyword.Name, keyword.Value, "a number");
        else if (!JsonNumberText.IsPositive(keyword.Value.Text))
            reader.Diagnostics.Add(SchemaRules.NotPositive, keyword.Value.Span, keyword.Name, keyword.Value.Text);
    }

    public static void Pattern(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind != JsonKind.String)
            reader.WrongValue(keyword.Name, keyword.Value, "a string");
        else if (PatternCheck.FindFault(keyword.Value.Text) is { } fault)
            reader.Diagnostics.Add(SchemaRules.BadPattern, keyword.Value.Span, fault);
    }

    public static void Required(KeywordReader reader, SchemaSyntax schema, JsonMember keyword) =>
        Names(reader, keyword.Name, keyword.Value);

    public static void DependentRequired(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (keyword.Value.Kind != JsonKind.Object)
        {
            reader.WrongValue(keyword.Name, keyword.Value, "an object of arrays of member names");
            return;
        }

        foreach (var member in keyword.Value.Members)
            Names(reader, keyword.Name, member.Value);
    }

    private static void Names(KeywordReader reader, string keyword, JsonNode value)
    {
        if (value.Kind != JsonKind.Array)
        {
            reader.WrongValue(keyword, value, "an array of member names");
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in value.Items)
        {
            if (item.Kind != JsonKind.String)
                reader.WrongValue(keyword, item, "an array of member names");
            else if (!known.Add(item.Text))
                reader.Diagnostics.Add(SchemaRules.RepeatedEntry, item.Span, keyword, CompactJson.Quote(item.Text));
        }
    }

    private static void AddType(KeywordReader reader, SchemaSyntax schema, string keyword, JsonNode value)
    {
        var type = value.Text switch
        {
            "null" => JsonTypes.Null,
            "boolean" => JsonTypes.Boolean,
            "object" => JsonTypes.Object,
            "array" => JsonTypes.Array,
            "number" => JsonTypes.Number,
            "integer" => JsonTypes.Integer,
            "string" => JsonTypes.String,
            _ => JsonTypes.None,
        };

        if (type == JsonTypes.None)
            reader.Diagnostics.Add(SchemaRules.UnknownType, value.Span, value.Text);
        else if ((schema.Types & type) != 0)
            reader.Diagnostics.Add(SchemaRules.RepeatedEntry, value.Span, keyword, CompactJson.Quote(value.Text));
        schema.Types |= type;
    }
}
