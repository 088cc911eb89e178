using Parley.Schema.Diagnostics;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Reports values of <c>format</c> that nothing asserts although the project asked for assertions.</summary>
internal static class FormatNames
{
    public static void Report(LinkedFile file, SchemaSyntax schema)
    {
        if (schema.Json.Find("format") is { Value: { Kind: Json.JsonKind.String } format } && !StringFormats.IsDefined(format.Text!))
            file.Diagnostics.Add(SchemaRules.UnknownFormat, format.Span, format.Text!, Suggestion(format.Text!));
        foreach (var child in schema.Children)
            Report(file, child);
    }

    private static string Suggestion(string name) => NearName.Of(name, StringFormats.All) is { } near ? $"; '{near}' may be meant" : "";
}
