using Parley.Documentation.Html.Samples;
using Parley.Documentation.Model;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Documentation.Html;

/// <summary>What the console needs to know of each operation, as JSON with names as short as the page is to be.</summary>
internal static class ConsoleData
{
    public static HtmlMarkup Write(PageContext page)
    {
        var operations = page.Model.Operations.Select(operation => $"{Quote(operation.Id)}:{Operation(page, operation)}");
        var channels = page.Model.Notifications.Select(notification => notification.Channel).Distinct(StringComparer.Ordinal).Select(Quote);
        return HtmlMarkup.Data($"{{\"cometd\":{Quote(page.Options.CometDPath)},\"channels\":[{string.Join(',', channels)}],\"operations\":{{{string.Join(",\n", operations)}}}}}");
    }

    // verb, template, path parameters, discriminator, whether the input goes into the query, fields, example, headers
    private static string Operation(PageContext page, OperationDocumentation operation)
    {
        var parameters = operation.Parameters.Select(parameter => $"[{Quote(parameter.Name)},{Quote(parameter.Example ?? "")}]");
        var discriminator = operation.Discriminator is { } member ? $"[{Quote(member)},{Quote(operation.WireName ?? operation.Name)}]" : "0";
        var input = page.Types.InputOf(operation);
        var place = CurlSample.HasBody(operation) ? "\"body\"" : input is null ? "0" : "\"query\"";
        var fields = input is null ? [] : page.Types.Find(input.TypeName).Properties.Where(property => property.Name != operation.Discriminator).Select(property => Field(page, property));
        var example = operation.Examples is [{ Request: { } request }, ..] ? CompactJson.Write(request) : "0";
        var headers = SampleHeaders.Of(operation).Select(static header => $"{Quote(header.Name)}:{Quote(header.Value)}");
        return $"[{Quote(operation.Verb)},{Quote(operation.Template)},[{string.Join(',', parameters)}],{discriminator},{place},[{string.Join(',', fields)}],{example},{{{string.Join(',', headers)}}}]";
    }

    // name, required, kind or the values of an enum
    private static string Field(PageContext page, PropertyNode property)
    {
        var shape = property.Schema.Shape;
        var kind = shape.Kind switch
        {
            ShapeKind.Enum => $"[{string.Join(',', page.Types.Find(shape.TypeName!).Enum ?? [])}]",
            ShapeKind.String => "\"text\"",
            ShapeKind.Integer or ShapeKind.Number => "\"number\"",
            ShapeKind.Boolean => "\"boolean\"",
            _ => "\"json\"",
        };
        return $"[{Quote(property.Name)},{(property.Required ? 1 : 0)},{kind}]";
    }

    private static string Quote(string text) => CompactJson.Quote(text);
}
