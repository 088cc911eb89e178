using System.Text;
using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Markdown;

/// <summary>Writes the properties of a schema as a table. Keywords without a column stand in the last one as they are; none is left out.</summary>
/// <param name="schemas">All schemas.</param>
/// <param name="page">The page of schemas, relative to the page that is written; empty on that page itself.</param>
internal sealed class SchemaTable(SchemaCatalogue schemas, string page)
{
    // These have a column of their own, or name the schema.
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$anchor", "$defs", "$ref", "$comment", "title", "description", "type", "properties", "required", "examples",
    };

    /// <summary>A link to a schema.</summary>
    public string Link(SchemaDocumentation schema) => $"[{schema.Name}]({page}#{schema.Anchor})";

    /// <summary>The table of an object's properties, nested objects included, and the rules that hold for the whole.</summary>
    public void Write(MarkdownText text, SourceNode schema)
    {
        if (RulesOf(schema.Json) is { Length: > 0 } rules)
            text.Line(rules).Line();
        if (schemas.TargetOf(schema.Json) is { } target)
            text.Line("As " + Link(target) + ".").Line();
        if (schema.Json.Find("properties") is null)
            return;

        text.Head("member", "type", "required", "meaning");
        WriteRows(text, schema, "");
        text.Line();
    }

    private void WriteRows(MarkdownText text, SourceNode schema, string prefix)
    {
        var required = schema.Json.Find("required")?.Value.Items.Select(static item => item.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var property in schema.Json.Find("properties")!.Value.Members)
        {
            var meaning = string.Join(" ", new[] { property.Value.Find("description")?.Value.Text, RulesOf(property.Value) }.Where(static part => !string.IsNullOrEmpty(part)));
            text.Row($"`{prefix}{property.Name}`", TypeOf(property.Value), required.Contains(property.Name) ? "yes" : "", meaning);
            var nested = new SourceNode(schema.Path, schema.Pointer, property.Value);
            if (property.Value.Find("properties") is not null)
                WriteRows(text, nested, prefix + property.Name + ".");
            else if (nested.Member("items") is { } items && items.Json.Find("properties") is not null)
                WriteRows(text, items, prefix + property.Name + "[].");
        }
    }

    private string TypeOf(JsonNode schema)
    {
        if (schemas.TargetOf(schema) is { } target)
            return Link(target);
        var type = schema.Find("type")?.Value;
        var names = type is null ? "any" : type.Kind == JsonKind.Array ? string.Join(" or ", type.Items.Select(static item => item.Text)) : type.Text;
        return schema.Find("items")?.Value is { } items && schemas.TargetOf(items) is { } item ? names + " of " + Link(item) : names;
    }

    private static string RulesOf(JsonNode schema)
    {
        var output = new StringBuilder();
        foreach (var keyword in schema.Members)
        {
            if (Shown.Contains(keyword.Name))
                continue;
            output.Append(output.Length == 0 ? "" : ", ").Append(keyword.Name).Append(' ').Append('`').Append(CompactJson.Write(keyword.Value).Replace("`", "\\u0060", StringComparison.Ordinal)).Append('`');
        }

        return output.Length == 0 ? "" : output.Append('.').ToString();
    }
}
