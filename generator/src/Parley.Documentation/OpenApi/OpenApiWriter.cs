using System.Text.Json.Nodes;
using Parley.Documentation.Json;
using Parley.Documentation.Model;

namespace Parley.Documentation.OpenApi;

/// <summary>
/// Writes OpenAPI 3.1. The standard has one operation for a URL and method, so operations that share both become one with a <c>oneOf</c> of their requests; what that
/// loses stands in <c>x-operations</c>. The view gives each operation a path of its own, for readers of documentation only.
/// </summary>
internal sealed class OpenApiWriter
{
    private const string Version = "3.1.2";

    private readonly DocumentationModel _model;
    private readonly ComponentSchemas _schemas;
    private readonly OpenApiOperations _operations;

    private OpenApiWriter(DocumentationModel model)
    {
        _model = model;
        _schemas = new ComponentSchemas(model.Schemas, forDraft7: false);
        _operations = new OpenApiOperations(_schemas);
    }

    /// <summary>The canonical document.</summary>
    public static string Write(DocumentationModel model)
    {
        var writer = new OpenApiWriter(model);
        return JsonTree.Write(writer.Document(writer.Paths(), Texts.Describe(model), isView: false));
    }

    /// <summary>The view with one path an operation: the URL and, as its fragment, the operation's id.</summary>
    public static string WriteView(DocumentationModel model)
    {
        var writer = new OpenApiWriter(model);
        const string Note = "A documentation view of `openapi.json`: each operation has a path of its own, the URL with the operation's id as fragment. " +
            "Requests go to the URL alone. Generate code from `openapi.json`, not from this file.";
        return JsonTree.Write(writer.Document(writer.ViewPaths(), Note, isView: true));
    }

    private JsonObject Document(JsonObject paths, string description, bool isView)
    {
        var document = new JsonObject
        {
            ["openapi"] = Version,
            ["info"] = new JsonObject { ["title"] = Texts.Title(_model), ["version"] = Texts.Version(_model), ["description"] = description },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "The host that serves this document." }),
            ["tags"] = new JsonArray([.. _model.Contracts.Select(Tag)]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = _schemas.Write(), ["securitySchemes"] = Security.Schemes() },
        };
        if (isView)
            document.Insert(1, "x-documentation-view", true);
        return document;
    }

    private static JsonObject Tag(ContractDocumentation contract)
    {
        var tag = new JsonObject { ["name"] = contract.Name, ["description"] = Texts.Describe(contract), ["x-displayName"] = contract.Title };
        if (contract.States.Count > 0)
        {
            tag.Add("x-states", new JsonArray([.. contract.States.Select(static state => new JsonObject
            {
                ["name"] = state.Name, ["description"] = state.Description, ["terminal"] = state.Terminal,
            })]));
        }

        return tag;
    }

    // Contracts may share a URL and name its parameters differently; to the standard that is the same path.
    private JsonObject Paths()
    {
        var paths = new JsonObject();
        var operations = _model.Operations.GroupBy(static operation => UrlShape.Of(operation.Template), StringComparer.Ordinal);
        foreach (var resource in operations)
        {
            var path = new JsonObject();
            foreach (var method in resource.GroupBy(static operation => operation.Verb, StringComparer.Ordinal))
                path.Add(method.Key.ToLowerInvariant(), _operations.Write([.. method]));
            paths.Add(resource.First().Template, path);
            path.Insert(0, "parameters", OpenApiOperations.PathParameters(resource.First()));
            if (resource.First().Parameters.Count == 0)
                path.Remove("parameters");
        }

        return paths;
    }

    private JsonObject ViewPaths() => new(_model.Operations.Select(operation => KeyValuePair.Create(
        operation.Template + "#" + operation.Id,
        (JsonNode?)new JsonObject
        {
            ["parameters"] = OpenApiOperations.PathParameters(operation),
            [operation.Verb.ToLowerInvariant()] = _operations.WriteOne(operation),
        })));
}
