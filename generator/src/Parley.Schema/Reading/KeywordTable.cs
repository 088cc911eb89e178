using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Checks the value of one keyword and reads what it holds.</summary>
internal delegate void KeywordCheck(KeywordReader reader, SchemaSyntax schema, JsonMember keyword);

/// <summary>Every keyword that is understood. A keyword outside this table is an error: a check that is left out silently is the worst defect.</summary>
internal static class KeywordTable
{
    private static readonly Dictionary<string, (Vocabularies Vocabulary, KeywordCheck Check)> Keywords = new(StringComparer.Ordinal)
    {
        ["$schema"] = (Vocabularies.Core, CoreKeywords.Dialect),
        ["$id"] = (Vocabularies.Core, CoreKeywords.Id),
        ["$anchor"] = (Vocabularies.Core, CoreKeywords.Anchor),
        ["$ref"] = (Vocabularies.Core, CoreKeywords.Ref),
        ["$dynamicRef"] = (Vocabularies.Core, CoreKeywords.DynamicRef),
        ["$dynamicAnchor"] = (Vocabularies.Core, CoreKeywords.DynamicAnchor),
        ["$vocabulary"] = (Vocabularies.Core, CoreKeywords.Vocabulary),
        ["$defs"] = (Vocabularies.Core, ApplicatorKeywords.SchemaMap),
        ["$comment"] = (Vocabularies.Core, AnnotationKeywords.Text),

        ["type"] = (Vocabularies.Validation, AssertionKeywords.Type),
        ["const"] = (Vocabularies.Validation, AnnotationKeywords.Anything),
        ["enum"] = (Vocabularies.Validation, AssertionKeywords.Enum),
        ["minLength"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["maxLength"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["pattern"] = (Vocabularies.Validation, AssertionKeywords.Pattern),
        ["minimum"] = (Vocabularies.Validation, AssertionKeywords.Number),
        ["maximum"] = (Vocabularies.Validation, AssertionKeywords.Number),
        ["exclusiveMinimum"] = (Vocabularies.Validation, AssertionKeywords.Number),
        ["exclusiveMaximum"] = (Vocabularies.Validation, AssertionKeywords.Number),
        ["multipleOf"] = (Vocabularies.Validation, AssertionKeywords.PositiveNumber),
        ["minItems"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["maxItems"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["uniqueItems"] = (Vocabularies.Validation, AnnotationKeywords.Boolean),
        ["minProperties"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["maxProperties"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["required"] = (Vocabularies.Validation, AssertionKeywords.Required),
        ["dependentRequired"] = (Vocabularies.Validation, AssertionKeywords.DependentRequired),

        ["properties"] = (Vocabularies.Applicator, ApplicatorKeywords.Properties),
        ["additionalProperties"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),
        ["propertyNames"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),
        ["patternProperties"] = (Vocabularies.Applicator, ApplicatorKeywords.PatternProperties),
        ["dependentSchemas"] = (Vocabularies.Applicator, ApplicatorKeywords.SchemaMap),
        ["prefixItems"] = (Vocabularies.Applicator, ApplicatorKeywords.SchemaList),
        ["items"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),
        ["contains"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),
        ["minContains"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["maxContains"] = (Vocabularies.Validation, AssertionKeywords.Count),
        ["unevaluatedItems"] = (Vocabularies.Unevaluated, ApplicatorKeywords.Schema),
        ["unevaluatedProperties"] = (Vocabularies.Unevaluated, ApplicatorKeywords.Schema),
        ["allOf"] = (Vocabularies.Applicator, ApplicatorKeywords.SchemaList),
        ["anyOf"] = (Vocabularies.Applicator, ApplicatorKeywords.SchemaList),
        ["oneOf"] = (Vocabularies.Applicator, ApplicatorKeywords.SchemaList),
        ["not"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),
        ["if"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),
        ["then"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),
        ["else"] = (Vocabularies.Applicator, ApplicatorKeywords.Schema),

        ["title"] = (Vocabularies.MetaData, AnnotationKeywords.Text),
        ["description"] = (Vocabularies.MetaData, AnnotationKeywords.Text),
        ["format"] = (Vocabularies.FormatAnnotation | Vocabularies.FormatAssertion, AnnotationKeywords.Text),
        ["contentEncoding"] = (Vocabularies.Content, AnnotationKeywords.Text),
        ["contentMediaType"] = (Vocabularies.Content, AnnotationKeywords.Text),
        ["contentSchema"] = (Vocabularies.Content, ApplicatorKeywords.Schema),
        ["default"] = (Vocabularies.MetaData, AnnotationKeywords.Anything),
        ["examples"] = (Vocabularies.MetaData, AnnotationKeywords.List),
        ["deprecated"] = (Vocabularies.MetaData, AnnotationKeywords.Boolean),
        ["readOnly"] = (Vocabularies.MetaData, AnnotationKeywords.Boolean),
        ["writeOnly"] = (Vocabularies.MetaData, AnnotationKeywords.Boolean),
    };

    /// <summary>Whether a keyword says nothing about values, nor about what a schema is called: titles, descriptions, defaults and the like.</summary>
    public static bool IsNote(string name) => name == "$comment" || (Keywords.TryGetValue(name, out var known) && known.Vocabulary == Vocabularies.MetaData);

    /// <summary>A schema without the keywords that its dialect does not have: to that dialect they say nothing.</summary>
    public static JsonNode Keep(JsonNode schema, Vocabularies vocabularies)
    {
        bool IsKept(JsonMember keyword) => !Keywords.TryGetValue(keyword.Name, out var known) || (known.Vocabulary & vocabularies) != 0;

        return schema.Kind != JsonKind.Object || schema.Members.All(IsKept) ? schema : JsonNode.Object(schema.Span, [.. schema.Members.Where(IsKept)]);
    }

    public static void Check(KeywordReader reader, SchemaSyntax schema, JsonMember keyword)
    {
        if (Keywords.TryGetValue(keyword.Name, out var known))
            known.Check(reader, schema, keyword);
        else if (!keyword.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            var near = NearName.Of(keyword.Name, Keywords.Keys);
            reader.Diagnostics.Add(SchemaRules.UnknownKeyword, keyword.NameSpan, keyword.Name, near is null ? "" : "write '" + near + "' if that is meant, ");
        }
    }
}
