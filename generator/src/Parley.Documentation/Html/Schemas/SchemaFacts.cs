using Parley.Schema.Json;

namespace Parley.Documentation.Html.Schemas;

/// <summary>The keywords that fit on a schema's line: type, values, bounds, annotations.</summary>
internal static class SchemaFacts
{
    /// <summary>Says them.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="node">The schema.</param>
    /// <param name="of">What the items of an array are, when that fits on the line.</param>
    /// <param name="withTitle">Whether the title is not said already.</param>
    /// <param name="withDescription">Whether the description is not said elsewhere.</param>
    public static void Write(SchemaText text, JsonNode node, HtmlMarkup? of = null, bool withTitle = true, bool withDescription = true)
    {
        if (withTitle && node.Find("title") is { } title)
            text.Name(HtmlMarkup.Of($"<b>{title.Value.Text}</b>"));

        if (node.Find("const") is { } constant)
            text.Fact(HtmlMarkup.Of($"<code>{CompactJson.Write(constant.Value)}</code>"));
        else if (node.Find("enum") is { } values)
            text.Fact(HtmlMarkup.Join(values.Value.Items.Select(value => HtmlMarkup.Of($"<code>{CompactJson.Write(value)}</code>")), " | "));
        else if (node.Find("type") is { } type)
            text.Fact(HtmlMarkup.Of($"{TypeOf(type.Value)}{(of is null ? HtmlMarkup.Empty : HtmlMarkup.Of($" of {of}"))}"));
        else if (of is not null)
            text.Fact(HtmlMarkup.Of($"items: {of}"));

        Word(text, Value(node, "format"));
        Word(text, Amounts.Between(Value(node, "minLength"), Value(node, "maxLength"), "character", "characters"));
        Word(text, Amounts.Between(Value(node, "minItems"), Value(node, "maxItems"), "item", "items"));
        Word(text, Amounts.Between(Value(node, "minProperties"), Value(node, "maxProperties"), "property", "properties"));
        Bound(text, node, "minimum", "≥");
        Bound(text, node, "exclusiveMinimum", ">");
        Bound(text, node, "maximum", "≤");
        Bound(text, node, "exclusiveMaximum", "<");
        Bound(text, node, "multipleOf", "multiple of");
        Flag(text, node, "uniqueItems", "no item twice");
        Code(text, node, "pattern", "matches");
        Code(text, node, "contentEncoding", "encoded as");
        Code(text, node, "contentMediaType", "content of type");
        if (node.Find("default") is { } fallback)
            text.Fact(HtmlMarkup.Of($"default <code>{CompactJson.Write(fallback.Value)}</code>"));
        Flag(text, node, "deprecated", "deprecated");
        Flag(text, node, "readOnly", "read only");
        Flag(text, node, "writeOnly", "write only");

        if (withDescription && node.Find("description") is { } description)
            text.Description(MarkdownMarkup.Line(description.Value.Text));
    }

    private static string TypeOf(JsonNode type) =>
        type.Kind == JsonKind.Array ? string.Join(" or ", type.Items.Select(item => item.Text)) : type.Text;

    private static string? Value(JsonNode node, string keyword) => node.Find(keyword)?.Value.Text;

    private static void Word(SchemaText text, string? word)
    {
        if (word is not null)
            text.Fact(HtmlMarkup.Text(word));
    }

    private static void Bound(SchemaText text, JsonNode node, string keyword, string sign)
    {
        if (node.Find(keyword) is { } bound)
            text.Fact(HtmlMarkup.Text($"{sign} {bound.Value.Text}"));
    }

    private static void Code(SchemaText text, JsonNode node, string keyword, string word)
    {
        if (node.Find(keyword) is { } value)
            text.Fact(HtmlMarkup.Of($"{word} <code>{value.Value.Text}</code>"));
    }

    private static void Flag(SchemaText text, JsonNode node, string keyword, string word)
    {
        if (node.Find(keyword)?.Value.Kind == JsonKind.True)
            text.Fact(HtmlMarkup.Text(word));
    }
}
