using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Where <c>format</c> is an assertion, and the values of it that nothing asserts all the same.</summary>
internal static class FormatNames
{
    /// <summary>Whether a subschema's <c>format</c> is an assertion.</summary>
    /// <param name="schema">The subschema.</param>
    /// <param name="everywhere">Whether the project asks for that in every dialect.</param>
    public static bool IsAsserted(SchemaSyntax schema, bool everywhere) => everywhere || (schema.Vocabularies & Vocabularies.FormatAssertion) != 0;

    /// <summary>Reports the names that the draft does not define.</summary>
    public static void Report(LinkedFile file, SchemaSyntax schema, bool everywhere)
    {
        if (IsAsserted(schema, everywhere) && schema.Json.Find("format") is { Value: { Kind: JsonKind.String } format } && !StringFormats.IsDefined(format.Text))
            file.Diagnostics.Add(SchemaRules.UnknownFormat, format.Span, format.Text, Suggestion(format.Text));
        foreach (var child in schema.Children)
            Report(file, child, everywhere);
    }

    private static string Suggestion(string name) => NearName.Of(name, StringFormats.All) is { } near ? $"; '{near}' may be meant" : "";
}
