using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Html.Samples;

/// <summary>The URL of a sample call: the template with example values, and the query.</summary>
internal static class SampleUrl
{
    /// <summary>The path's values in template order.</summary>
    public static IEnumerable<string> PathValues(OperationDocumentation operation) =>
        operation.Parameters.Select(parameter => parameter.Example ?? parameter.Name);

    /// <summary>Path and query, escaped.</summary>
    public static string Of(OperationDocumentation operation, JsonNode? example)
    {
        var path = operation.Template;
        foreach (var parameter in operation.Parameters)
            path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Example ?? parameter.Name), StringComparison.Ordinal);
        if (operation.Query.Count == 0 || example is null)
            return path;

        var query = example.Members.Select(member => $"{Uri.EscapeDataString(member.Name)}={Uri.EscapeDataString(TextOf(member.Value))}");
        return $"{path}?{string.Join('&', query)}";
    }

    private static string TextOf(JsonNode value) => value.Kind == JsonKind.String ? value.Text : CompactJson.Write(value);
}
