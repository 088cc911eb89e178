using Parley.Schema.Json;

namespace Parley.Documentation.Html.Schemas;

/// <summary>A subschema and the document that holds it.</summary>
/// <param name="Path">Logical path of the document.</param>
/// <param name="Node">The subschema.</param>
internal readonly record struct SchemaLocation(string Path, JsonNode Node)
{
    /// <summary>Another subschema of the same document.</summary>
    public SchemaLocation To(JsonNode node) => this with { Node = node };
}
