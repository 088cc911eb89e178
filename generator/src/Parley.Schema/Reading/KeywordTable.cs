using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Checks the value of one keyword and reads what it holds.</summary>
internal delegate void KeywordCheck(KeywordReader reader, SchemaSyntax schema, JsonMember keyword);

/// <summary>Every keyword that is understood. A keyword outside this table is an error: a check that is left out silently is the worst defect.</summary>
internal static class KeywordTable
{
    private static readonly Dictionary<string, KeywordCheck> Checks = new(StringComparer.Ordinal)
    {
        ["$schema"] = CoreKeywords.Dialect,
        ["$id"] = CoreKeywords.Id,
        ["$anchor"] = CoreKeywords.Anchor,
        ["$ref"] = CoreKeywords.Ref,
        ["$defs"] = ApplicatorKeywords.SchemaMap,
        ["$comment"] = AnnotationKeywords.Text,

        ["type"] = AssertionKeywords.Type,
        ["const"] = AnnotationKeywords.Anything,
        ["enum"] = AssertionKeywords.Enum,
        ["minLength"] = AssertionKeywords.Count,
        ["maxLength"] = AssertionKeywords.Count,
        ["pattern"] = AssertionKeywords.Pattern,
        ["minimum"] = AssertionKeywords.Number,
        ["maximum"] = AssertionKeywords.Number,
        ["exclusiveMinimum"] = AssertionKeywords.Number,
        ["exclusiveMaximum"] = AssertionKeywords.Number,
        ["multipleOf"] = AssertionKeywords.PositiveNumber,
        ["minItems"] = AssertionKeywords.Count,
        ["maxItems"] = AssertionKeywords.Count,
        ["uniqueItems"] = AnnotationKeywords.Boolean,
        ["minProperties"] = AssertionKeywords.Count,
        ["maxProperties"] = AssertionKeywords.Count,
        ["required"] = AssertionKeywords.Required,
        ["dependentRequired"] = AssertionKeywords.DependentRequired,

        ["properties"] = ApplicatorKeywords.Properties,
        ["additionalProperties"] = ApplicatorKeywords.Schema,
        ["propertyNames"] = ApplicatorKeywords.Schema,
        ["patternProperties"] = ApplicatorKeywords.PatternProperties,
        ["dependentSchemas"] = ApplicatorKeywords.SchemaMap,
        ["prefixItems"] = ApplicatorKeywords.SchemaList,
        ["items"] = ApplicatorKeywords.Schema,
        ["contains"] = ApplicatorKeywords.Schema,
        ["minContains"] = AssertionKeywords.Count,
        ["maxContains"] = AssertionKeywords.Count,
        ["allOf"] = ApplicatorKeywords.SchemaList,
        ["anyOf"] = ApplicatorKeywords.SchemaList,
        ["oneOf"] = ApplicatorKeywords.SchemaList,
        ["not"] = ApplicatorKeywords.Schema,
        ["if"] = ApplicatorKeywords.Schema,
        ["then"] = ApplicatorKeywords.Schema,
        ["else"] = ApplicatorKeywords.Schema,

        ["title"] = AnnotationKeywords.Text,
        ["description"] = AnnotationKeywords.Text,
        ["format"] = AnnotationKeywords.Text,
        ["contentEncoding"] = AnnotationKeywords.Text,
        ["contentMediaType"] = AnnotationKeywords.Text,
        ["contentSchema"] = ApplicatorKeywords.Schema,
        ["default"] = AnnotationKeywords.Anything,
        ["examples"] = AnnotationKeywords.List,
        ["deprecated"] = AnnotationKeywords.Boolean,
        ["readOnly"] = AnnotationKeywords.Boolean,
        ["writeOnly"] = AnnotationKeywords.Boolean,
    };

    public static void Check(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (Checks.TryGetValue(keyword.Name, out var check))
            check(reader, schema, keyword);
        else if (!keyword.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            var near = NearName.Of(keyword.Name, Checks.Keys);
            reader.Diagnostics.Add(SchemaRules.UnknownKeyword, keyword.NameSpan, keyword.Name, near is null ? "" : "write '" + near + "' if that is meant, ");
        }
    }
}
