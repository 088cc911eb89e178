using System.Text.Json.Nodes;
using Parley.Schema.Model;

namespace Parley.ContractTesting;

/// <summary>The examples in the source texts of a contract, which the linked model leaves out.</summary>
internal sealed class ExampleTexts(IReadOnlyDictionary<string, string> sources, string manifest)
{
    private readonly Dictionary<string, JsonNode> _documents = [];

    /// <summary>The <c>examples</c> of a schema, else those of the schema that it merely refers to.</summary>
    public IReadOnlyList<JsonNode?> Of(TypeReference schema) =>
        At(schema.Path, schema.Pointer)?["examples"] is JsonArray examples ? [.. examples] : [];

    /// <summary>The <c>examples</c> of a subschema in a file.</summary>
    public IReadOnlyList<JsonNode?> Of(string path, string pointer) => At(path, pointer)?["examples"] is JsonArray examples ? [.. examples] : [];

    /// <summary>An example of an operation in the manifest; null when there is none.</summary>
    /// <exception cref="ArgumentException">There are examples, but not so many.</exception>
    public JsonNode? Of(OperationDescriptor operation, int number)
    {
        var examples = Resource(operation.Template)?[operation.Method.ToLowerInvariant()]?["operations"]?[operation.Name]?["examples"] as JsonArray ?? [];
        if (number == 0 && examples.Count == 0)
            return null;
        return number < examples.Count
            ? examples[number]
            : throw new ArgumentException($"{operation.Name} has {examples.Count} examples; there is no example {number}, counted from 0.", nameof(number));
    }

    /// <summary>The example of a parameter of a URL's template.</summary>
    public string? OfParameter(string template, string parameter) => Resource(template)?["parameters"]?[parameter]?["example"]?.GetValue<string>();

    private JsonNode? Resource(string template) => Document(manifest)["resources"]?[template];

    private JsonNode? At(string path, string pointer)
    {
        var node = Document(path);
        foreach (var token in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if ((node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : node?[name]) is not { } next)
                return null;
            node = next;
        }

        return node;
    }

    private JsonNode Document(string path)
    {
        if (!_documents.TryGetValue(path, out var document))
            _documents[path] = document = JsonNode.Parse(sources[path])!;
        return document;
    }
}
