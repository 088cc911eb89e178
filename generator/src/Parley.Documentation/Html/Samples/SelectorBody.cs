using Parley.Documentation.Model;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Documentation.Html.Samples;

/// <summary>The smallest body of an operation: the member that selects it, or nothing.</summary>
internal static class SelectorBody
{
    public static JsonNode Of(OperationDocumentation operation)
    {
        var text = operation.Discriminator is { } discriminator
            ? $"{{{CompactJson.Quote(discriminator)}:{CompactJson.Quote(operation.WireName ?? operation.Name)}}}"
            : "{}";
        return JsonParser.Parse(text, new DiagnosticBag("", text))!;
    }
}
