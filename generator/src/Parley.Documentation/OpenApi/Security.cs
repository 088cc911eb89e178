using System.Text.Json.Nodes;
using Parley.Documentation.Json;
using Parley.Documentation.Model;

namespace Parley.Documentation.OpenApi;

/// <summary>Writes permissions as roles of a security scheme, which OpenAPI allows for every scheme since 3.1.</summary>
internal static class Security
{
    private const string Scheme = "caller";

    public static JsonObject Schemes() => new()
    {
        [Scheme] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "basic",
            ["description"] = "The contracts name permissions and leave to the host how callers prove who they are; the reference program takes HTTP Basic.",
        },
    };

    /// <summary>What is enough to call one of the operations: alternatives, an empty one where anyone may.</summary>
    public static JsonArray Of(IReadOnlyList<OperationDocumentation> operations)
    {
        var alternatives = new JsonArray();
        if (operations.Any(static operation => operation.Permissions.Count + operation.Features.Count == 0))
            alternatives.Add(new JsonObject());
        if (operations.Any(static operation => operation.Permissions.Count == 0 && operation.Features.Count > 0))
            alternatives.Add(new JsonObject { [Scheme] = new JsonArray() });
        foreach (var permission in operations.SelectMany(static operation => operation.Permissions).Distinct(StringComparer.Ordinal))
            alternatives.Add(new JsonObject { [Scheme] = JsonTree.Strings([permission]) });
        return alternatives;
    }
}
