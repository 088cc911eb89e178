using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Html.Samples;

/// <summary>A call with curl, for a POSIX shell.</summary>
internal static class CurlSample
{
    public static string Of(OperationDocumentation operation, JsonNode? example)
    {
        var command = $"curl -u \"$USER\" {Quoted("$SERVER", SampleUrl.Of(operation, example))}";
        if (operation.Verb != (HasBody(operation) ? "POST" : "GET"))
            command += $" -X {operation.Verb}";
        foreach (var (name, value) in SampleHeaders.Of(operation))
            command += $" \\\n  -H {SingleQuoted($"{name}: {value}")}";
        if (!HasBody(operation))
            return command;
        return $"{command} \\\n  -H 'Content-Type: application/json' \\\n  -d {SingleQuoted(CompactJson.Write(BodyOf(operation, example)))}";
    }

    /// <summary>Whether the call has a body.</summary>
    public static bool HasBody(OperationDocumentation operation) => operation.Request is not null || operation.Discriminator is not null;

    /// <summary>The example's body; without an example what selects the operation.</summary>
    public static JsonNode BodyOf(OperationDocumentation operation, JsonNode? example) => example ?? SelectorBody.Of(operation);

    private static string Quoted(string variable, string path) =>
        path.All(static character => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '-' or '_' or '~' or '?' or '=' or '&' or '%')
            ? $"\"{variable}{path}\""
            : $"\"{variable}\"{SingleQuoted(path)}";

    private static string SingleQuoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
