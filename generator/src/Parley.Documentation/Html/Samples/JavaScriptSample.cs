using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Html.Samples;

/// <summary>The same call in a browser, with CometD's own client for what follows.</summary>
internal static class JavaScriptSample
{
    public static string Of(OperationDocumentation operation, IEnumerable<string> channels, JsonNode? example)
    {
        var lines = channels.Select(channel => $"cometd.subscribe({Literal(channel)}, ({{ data }}) => console.log(data));").ToList();
        if (operation.ServiceChannel is { } service && service.StartsWith("/service", StringComparison.Ordinal))
        {
            var target = service["/service".Length..];
            lines.Add($"cometd.remoteCall({Literal(target)}, {CompactJson.Write(CurlSample.BodyOf(operation, example))}, ({{ data }}) => console.log(data));");
            return string.Join('\n', lines);
        }

        var url = Literal(SampleUrl.Of(operation, example));
        var own = SampleHeaders.Of(operation).Select(static header => $"{Literal(header.Name)}: {Literal(header.Value)}").ToList();
        var headers = own.Count == 0 ? "headers" : $"headers: {{ ...headers, {string.Join(", ", own)} }}";
        var method = operation.Verb == "GET" ? "" : $"method: {Literal(operation.Verb)}, ";
        lines.Add(CurlSample.HasBody(operation)
            ? $"const answer = await fetch({url}, {{\n  {method}{headers},\n  body: JSON.stringify({CompactJson.Write(CurlSample.BodyOf(operation, example))})\n}});"
            : $"const answer = await fetch({url}, {{ {method}{headers} }});");
        return string.Join('\n', lines);
    }

    private static string Literal(string text) => $"'{CompactJson.Quote(text)[1..^1].Replace("'", "\\'", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)}'";
}
