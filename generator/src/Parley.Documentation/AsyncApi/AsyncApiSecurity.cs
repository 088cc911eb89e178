using System.Text.Json.Nodes;
using Parley.Documentation.Model;

namespace Parley.Documentation.AsyncApi;

/// <summary>Permissions as security schemes: AsyncAPI has roles for OAuth alone, so each permission is a scheme of its own.</summary>
internal static class AsyncApiSecurity
{
    /// <summary>One scheme for each permission that an operation asks for.</summary>
    public static JsonObject Schemes(DocumentationModel model)
    {
        var schemes = new JsonObject();
        var permissions = model.Operations.SelectMany(static operation => operation.Permissions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var permission in permissions)
        {
            schemes[Key(permission)] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "basic",
                ["description"] = $"A caller with the permission {permission}. The host decides how callers prove who they are; the reference program takes HTTP Basic.",
            };
        }

        return schemes;
    }

    /// <summary>The permissions of an operation, of which one is enough.</summary>
    public static JsonArray Of(OperationDocumentation operation) => new([.. operation.Permissions.Select(static permission =>
        new JsonObject { ["$ref"] = "#/components/securitySchemes/" + Key(permission) })]);

    private static string Key(string permission) =>
        string.Concat(permission.Select(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' ? unit : '_'));
}
