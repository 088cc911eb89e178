using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Schema.Json;

namespace Parley.Documentation.Lint.Examples;

/// <summary>The keywords that look at a value without entering it.</summary>
internal static class Assertions
{
    /// <summary>What is wrong with a value by one keyword, or null; null too when the keyword asserts nothing.</summary>
    public static string? FindFault(JsonMember keyword, JsonNode value) => keyword.Name switch
    {
        "type" => HasType(keyword.Value, value) ? null : "is not of the type " + TypesOf(keyword.Value),
        "const" => Same(keyword.Value, value) ? null : "is not " + CompactJson.Write(keyword.Value),
        "enum" => keyword.Value.Items.Any(item => Same(item, value)) ? null : "is none of " + CompactJson.Write(keyword.Value),
        _ => value.Kind switch
        {
            JsonKind.String => FindStringFault(keyword, value.Text),
            JsonKind.Number => FindNumberFault(keyword, value.Text),
            JsonKind.Array => FindArrayFault(keyword, value),
            JsonKind.Object => FindObjectFault(keyword, value),
            _ => null,
        },
    };

    private static bool Same(JsonNode a, JsonNode b) => a.Kind == b.Kind && CompactJson.Key(a) == CompactJson.Key(b);

    private static string TypesOf(JsonNode types) =>
        types.Kind == JsonKind.Array ? string.Join(" or ", types.Items.Select(static item => item.Text)) : types.Text;

    private static bool HasType(JsonNode types, JsonNode value) =>
        types.Kind == JsonKind.Array ? types.Items.Any(type => HasOneType(type.Text, value)) : HasOneType(types.Text, value);

    private static bool HasOneType(string type, JsonNode value) => type switch
    {
        "null" => value.Kind == JsonKind.Null,
        "boolean" => value.IsBoolean,
        "object" => value.Kind == JsonKind.Object,
        "array" => value.Kind == JsonKind.Array,
        "string" => value.Kind == JsonKind.String,
        "number" => value.Kind == JsonKind.Number,
        _ => value.Kind == JsonKind.Number && JsonNumber.Parse(value.Text).IsInteger,
    };

    private static string? FindStringFault(JsonMember keyword, string value)
    {
        switch (keyword.Name)
        {
            // Characters are code points.
            case "minLength":
                return Compare(value.EnumerateRunes().Count(), keyword) < 0 ? "is shorter than " + keyword.Value.Text : null;
            case "maxLength":
                return Compare(value.EnumerateRunes().Count(), keyword) > 0 ? "is longer than " + keyword.Value.Text : null;
            case "pattern":
                return Matches(keyword.Value.Text, value) switch
                {
                    true => null,
                    false => "does not match the pattern " + keyword.Value.Text,
                    null => "takes too long to match with the pattern " + keyword.Value.Text,
                };
            case "format":
                return AssertedFormats.Find(keyword.Value.Text) is { } format && !format.IsMatch(Encoding.UTF8.GetBytes(value)) ? "does not have the format " + keyword.Value.Text : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a text matches an ECMA-262 expression; null when that takes too long to find out.</summary>
    public static bool? Matches(string pattern, string text)
    {
        try
        {
            return new JsonPattern(pattern).Matches(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string? FindNumberFault(JsonMember keyword, string text)
    {
        var value = JsonNumber.Parse(text);
        return keyword.Name switch
        {
            "minimum" when value < Number(keyword) => "is below " + keyword.Value.Text,
            "maximum" when value > Number(keyword) => "is above " + keyword.Value.Text,
            "exclusiveMinimum" when value <= Number(keyword) => "is not above " + keyword.Value.Text,
            "exclusiveMaximum" when value >= Number(keyword) => "is not below " + keyword.Value.Text,
            "multipleOf" when !value.IsMultipleOf(Number(keyword)) => "is no multiple of " + keyword.Value.Text,
            _ => null,
        };
    }

    private static string? FindArrayFault(JsonMember keyword, JsonNode value) => keyword.Name switch
    {
        "minItems" when Compare(value.Items.Count, keyword) < 0 => "has fewer items than " + keyword.Value.Text,
        "maxItems" when Compare(value.Items.Count, keyword) > 0 => "has more items than " + keyword.Value.Text,
        "uniqueItems" when keyword.Value.Kind == JsonKind.True && value.Items.DistinctBy(CompactJson.Key, StringComparer.Ordinal).Count() < value.Items.Count => "has equal items",
        _ => null,
    };

    private static string? FindObjectFault(JsonMember keyword, JsonNode value)
    {
        switch (keyword.Name)
        {
            case "minProperties":
                return Compare(value.Members.Count, keyword) < 0 ? "has fewer members than " + keyword.Value.Text : null;
            case "maxProperties":
                return Compare(value.Members.Count, keyword) > 0 ? "has more members than " + keyword.Value.Text : null;
            case "required":
                return FindMissing(keyword.Value, value) is { } missing ? $"lacks the member '{missing}'" : null;
            case "dependentRequired":
                foreach (var dependency in keyword.Value.Members)
                {
                    if (value.Find(dependency.Name) is not null && FindMissing(dependency.Value, value) is { } dependent)
                        return $"has '{dependency.Name}' and lacks the member '{dependent}'";
                }

                return null;
            default:
                return null;
        }
    }

    private static string? FindMissing(JsonNode names, JsonNode value) =>
        names.Items.FirstOrDefault(name => value.Find(name.Text) is null)?.Text;

    private static int Compare(int count, JsonMember keyword) =>
        JsonNumber.Parse(count.ToString(CultureInfo.InvariantCulture)).CompareTo(Number(keyword));

    private static JsonNumber Number(JsonMember keyword) => JsonNumber.Parse(keyword.Value.Text);
}
