namespace Parley.Documentation.Html.Schemas;

/// <summary>The keywords of JSON Schema 2020-12: each is rendered in its own words, or is no matter of a reader (identifiers and comments of the schema's authors).</summary>
internal static class KnownKeywords
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        // Core: where a schema stands and what it refers to.
        "$schema", "$id", "$anchor", "$dynamicAnchor", "$ref", "$dynamicRef", "$defs", "$vocabulary", "$comment",
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas",
        "prefixItems", "items", "contains", "properties", "patternProperties", "additionalProperties", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties",
        "type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
        "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains",
        "maxProperties", "minProperties", "required", "dependentRequired",
        "title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples",
        "format", "contentEncoding", "contentMediaType", "contentSchema",
    };

    public static bool Contains(string keyword) => Names.Contains(keyword);
}
