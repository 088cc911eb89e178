using Parley.Schema.Json;

namespace Parley.Documentation.Html.Schemas;

/// <summary>The documents that references lead into.</summary>
/// <param name="documents">Schema documents by logical path.</param>
internal sealed class SchemaLibrary(IReadOnlyDictionary<string, JsonNode> documents)
{
    /// <summary>The documents by path.</summary>
    public IReadOnlyDictionary<string, JsonNode> Documents => documents;

    /// <summary>The target of <c>$ref</c>; null when the library does not hold it.</summary>
    public SchemaLocation? Find(string fromPath, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (file, fragment) = hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
        if (FindDocument(fromPath, file) is not { } document)
            return null;

        var node = fragment switch
        {
            "" => document.Node,
            ['/', ..] => Follow(document.Node, fragment),
            _ => FindAnchor(document.Node, "$anchor", fragment) ?? FindAnchor(document.Node, "$dynamicAnchor", fragment),
        };
        return node is null ? null : document.To(node);
    }

    /// <summary>The subschema of a document with that <c>$dynamicAnchor</c>.</summary>
    public SchemaLocation? FindDynamicAnchor(string path, string anchor) =>
        documents.TryGetValue(path, out var document) && FindAnchor(document, "$dynamicAnchor", anchor) is { } node ? new SchemaLocation(path, node) : null;

    private SchemaLocation? FindDocument(string fromPath, string file)
    {
        if (file.Length == 0)
            return documents.TryGetValue(fromPath, out var same) ? new SchemaLocation(fromPath, same) : null;

        // The base is invented: logical paths are relative and only need the dots resolved.
        var root = new Uri("schema:/");
        var path = Uri.UnescapeDataString(new Uri(new Uri(root, fromPath), file).AbsolutePath.TrimStart('/'));
        if (documents.TryGetValue(path, out var document))
            return new SchemaLocation(path, document);

        foreach (var (other, node) in documents)
        {
            if (node.Find("$id")?.Value.Text == file)
                return new SchemaLocation(other, node);
        }

        return null;
    }

    private static JsonNode? Follow(JsonNode node, string pointer)
    {
        JsonNode? current = node;
        foreach (var raw in pointer.Split('/').Skip(1))
        {
            var token = Uri.UnescapeDataString(raw).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            current = current!.Kind == JsonKind.Array
                ? int.TryParse(token, out var index) && index < current.Items.Count ? current.Items[index] : null
                : current.Find(token)?.Value;
            if (current is null)
                return null;
        }

        return current;
    }

    private static JsonNode? FindAnchor(JsonNode node, string keyword, string anchor)
    {
        if (node.Find(keyword) is { } member && member.Value.Text == anchor)
            return node;

        return node.Members.Select(child => child.Value).Concat(node.Items)
            .Select(child => FindAnchor(child, keyword, anchor))
            .FirstOrDefault(found => found is not null);
    }
}
