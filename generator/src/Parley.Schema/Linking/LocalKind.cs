using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>What a subschema is by its own keywords alone, before any reference is followed.</summary>
internal enum LocalKind
{
    Any,
    Reference,
    Record,
    Enum,
    List,
    Tuple,
    Map,
    String,
    Integer,
    Number,
    Boolean,
}

internal static class LocalKinds
{
    public static LocalKind KindOf(SchemaSyntax schema)
    {
        if (schema.Json.Kind != JsonKind.Object)
            return LocalKind.Any;

        var types = schema.Types & ~JsonTypes.Null;
        if (types == JsonTypes.Object && schema.HasProperties)
            return LocalKind.Record;
        if ((schema.Ref ?? schema.DynamicRef) is not null)
            return LocalKind.Reference;
        // Where only null is allowed, no string of the list is ever valid.
        if ((schema.Types == JsonTypes.None || types == JsonTypes.String) && IsStringEnum(schema))
            return LocalKind.Enum;

        return types switch
        {
            JsonTypes.Object => IsComposed(schema) ? LocalKind.Any : LocalKind.Map,
            JsonTypes.Array => IsTuple(schema) ? LocalKind.Tuple : LocalKind.List,
            JsonTypes.String => LocalKind.String,
            JsonTypes.Integer => NamesBeyondLong(schema.Json) ? LocalKind.Number : LocalKind.Integer,
            JsonTypes.Number or (JsonTypes.Number | JsonTypes.Integer) => LocalKind.Number,
            JsonTypes.Boolean => LocalKind.Boolean,
            JsonTypes.None when schema.Types == JsonTypes.None && schema.Json.Find("const") is { } constant => KindOfValue(constant.Value),
            _ => LocalKind.Any,
        };
    }

    /// <summary>Whether null is valid by the schema's own <c>type</c>, <c>const</c> and <c>enum</c>.</summary>
    public static bool AcceptsNull(SchemaSyntax schema)
    {
        if (schema.Json.Kind != JsonKind.Object)
            return schema.Json.Kind == JsonKind.True;
        if (schema.Types != JsonTypes.None && (schema.Types & JsonTypes.Null) == 0)
            return false;
        if (schema.Json.Find("const") is { } constant && constant.Value.Kind != JsonKind.Null)
            return false;
        return schema.Json.Find("enum") is not { } values || values.Value.Items.Any(static item => item.Kind == JsonKind.Null);
    }

    /// <summary>Whether <c>items</c> alone says what the items of an array are.</summary>
    public static bool HasLikeItems(SchemaSyntax schema) => schema.Json.Find("prefixItems") is null;

    /// <summary>Whether <c>additionalProperties</c> alone says what the undeclared members of an object are.</summary>
    public static bool HasLikeMembers(SchemaSyntax schema) => schema.Json.Find("patternProperties") is null;

    // Members that only alternatives declare make an object more than a map of equals.
    private static bool IsComposed(SchemaSyntax schema)
    {
        foreach (var child in schema.Children)
        {
            if (child.Keyword is "allOf" or "anyOf" or "oneOf" or "if")
                return true;
        }

        return false;
    }

    // C# has no tuple of one, and nobody names the parts of a very long one.
    private static bool IsTuple(SchemaSyntax schema)
    {
        const int Fewest = 2;
        const int Most = 16;
        if (schema.Json.Find("prefixItems")?.Value.Items.Count is not (>= Fewest and <= Most and var count))
            return false;
        return KeywordValues.Count(schema.Json, "minItems") == count
            && (schema.Json.Find("items")?.Value.Kind == JsonKind.False || KeywordValues.Count(schema.Json, "maxItems") == count);
    }

    private static bool IsStringEnum(SchemaSyntax schema)
    {
        if (schema.Json.Find("enum") is not { } values)
            return false;

        var strings = 0;
        foreach (var item in values.Value.Items)
        {
            if (item.Kind == JsonKind.String)
                strings++;
            else if (item.Kind != JsonKind.Null)
                return false;
        }

        return strings > 0;
    }

    // Whoever names such a number means that values are as large.
    private static bool NamesBeyondLong(JsonNode schema)
    {
        foreach (var member in schema.Members)
        {
            if (member.Name is "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "const" && IsBeyondLong(member.Value))
                return true;
            if (member.Name == "enum" && member.Value.Items.Any(IsBeyondLong))
                return true;
        }

        return false;

        static bool IsBeyondLong(JsonNode value) => value.Kind == JsonKind.Number && JsonNumberText.IsBeyondLong(value.Text);
    }

    private static LocalKind KindOfValue(JsonNode value) => value.Kind switch
    {
        JsonKind.String => LocalKind.String,
        JsonKind.Number => JsonNumberText.TryGetInteger(value.Text, out _) ? LocalKind.Integer : LocalKind.Number,
        JsonKind.True or JsonKind.False => LocalKind.Boolean,
        _ => LocalKind.Any,
    };
}
