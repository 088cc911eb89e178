namespace Parley.Schema.Reading;

/// <summary>The values of <c>format</c> that draft 2020-12 defines (JSON Schema Validation, section 7.3).</summary>
public static class StringFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri",
        "iri-reference", "uuid", "uri-template", "json-pointer", "relative-json-pointer", "regex",
    ];

    /// <summary>Whether a name is one of them.</summary>
    public static bool IsDefined(string name) => All.Contains(name);

    /// <summary>Whether a subschema's <c>format</c> is an assertion.</summary>
    /// <param name="schema">The subschema.</param>
    /// <param name="everywhere">Whether the project asks for that in every dialect.</param>
    public static bool IsAsserted(SchemaSyntax schema, bool everywhere) => everywhere || (schema.Vocabularies & Vocabularies.FormatAssertion) != 0;
}
