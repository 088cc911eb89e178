using System.Text.Json.Nodes;
using Parley.Documentation.Model;
using SourceJson = Parley.Schema.Json.JsonNode;

namespace Parley.Documentation.Json;

/// <summary>
/// The <c>components/schemas</c> of one document: each schema as it stands in its source, apart from what a bundle changes. References lead to the components, and
/// <c>$schema</c>, <c>$id</c>, <c>$anchor</c> and <c>$defs</c> are left out, for whatever they name is a component of its own. A <c>$dynamicRef</c> becomes the note
/// <c>x-dynamic-ref</c>.
/// </summary>
/// <param name="schemas">All schemas.</param>
/// <param name="forDraft7">Whether the document's schemas are read by draft 7 of JSON Schema, as AsyncAPI's are.</param>
internal sealed class ComponentSchemas(SchemaCatalogue schemas, bool forDraft7)
{
    public const string Prefix = "#/components/schemas/";

    private readonly SortedDictionary<string, SchemaDocumentation> _used = new(StringComparer.Ordinal);
    private readonly Queue<SchemaDocumentation> _unwritten = [];

    /// <summary>A reference to a component, which is thereby part of the document.</summary>
    public JsonObject Reference(SchemaDocumentation schema)
    {
        if (_used.TryAdd(schema.Name, schema))
            _unwritten.Enqueue(schema);
        return new JsonObject { ["$ref"] = Prefix + schema.Name };
    }

    /// <summary>The components that the document refers to, by name.</summary>
    public JsonObject Write()
    {
        var written = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        while (_unwritten.TryDequeue(out var schema))
            written.Add(schema.Name, Convert(schema.Source.Json));
        return new JsonObject(written);
    }

    /// <summary>A subschema of a source with references to components.</summary>
    public JsonNode? Convert(SourceJson source)
    {
        if (source.Items.Count > 0)
            return new JsonArray([.. source.Items.Select(Convert)]);
        if (source.Members.Count == 0)
            return JsonTree.From(source);
        if (!schemas.IsSchema(source))
            return new JsonObject(source.Members.Select(member => KeyValuePair.Create(member.Name, Convert(member.Value))));

        var schema = new JsonObject();
        foreach (var member in source.Members)
        {
            switch (member.Name)
            {
                case "$schema" or "$id" or "$anchor" or "$dynamicAnchor" or "$vocabulary" or "$defs" or "$comment":
                    break;
                // Where it leads depends on the resources that a bundle no longer tells apart; a guess could refuse what is valid.
                case "$dynamicRef":
                    schema.Add("x-dynamic-ref", member.Value.Text);
                    break;
                case "$ref" when schemas.TargetOf(source) is { } target:
                    schema.Add("$ref", Reference(target)["$ref"]!.GetValue<string>());
                    break;
                // Data may look like a schema.
                case "const" or "enum" or "default" or "examples":
                    schema.Add(member.Name, JsonTree.From(member.Value));
                    break;
                default:
                    schema.Add(member.Name, Convert(member.Value));
                    break;
            }
        }

        return forDraft7 ? Draft7.Lower(schema) : schema;
    }
}
