using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>The values of an asserted <c>format</c> that nothing asserts all the same.</summary>
internal static class FormatNames
{
    /// <summary>Reports the names that the draft does not define.</summary>
    public static void Report(LinkedFile file, SchemaSyntax schema, bool everywhere)
    {
        if (StringFormats.IsAsserted(schema, everywhere) && schema.Json.Find("format") is { Value: { Kind: JsonKind.String } format } && !StringFormats.IsDefined(format.Text))
            file.Diagnostics.Add(SchemaRules.UnknownFormat, format.Span, format.Text, Suggestion(format.Text));
        foreach (var child in schema.Children)
            Report(file, child, everywhere);
    }

    private static string Suggestion(string name) => NearName.Of(name, StringFormats.All) is { } near ? $"; '{near}' may be meant" : "";
}
