using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Linking;

/// <summary>Values of keywords that the reader has found to be of the right kind.</summary>
internal static class KeywordValues
{
    /// <summary>A string's content or a number's source text.</summary>
    public static string? Text(JsonNode schema, string keyword) => schema.Find(keyword)?.Value.Text;

    public static long? Count(JsonNode schema, string keyword) =>
        schema.Find(keyword) is { } member && JsonNumberText.TryGetInteger(member.Value.Text, out var count) ? count : null;

    public static bool IsTrue(JsonNode schema, string keyword) => schema.Find(keyword)?.Value.Kind == JsonKind.True;

    public static string? Json(JsonNode schema, string keyword) =>
        schema.Find(keyword) is { } member ? CompactJson.Write(member.Value) : null;

    public static EquatableArray<string>? JsonList(JsonNode schema, string keyword) =>
        schema.Find(keyword) is { } member ? new EquatableArray<string>(member.Value.Items.Select(CompactJson.Write)) : null;

    public static EquatableArray<string> Names(JsonNode schema, string keyword) =>
        schema.Find(keyword) is { } member ? NamesIn(member.Value) : default;

    public static EquatableArray<DependentRequired> DependentRequired(JsonNode schema)
    {
        if (schema.Find("dependentRequired") is not { } keyword)
            return default;
        return new EquatableArray<DependentRequired>(
            keyword.Value.Members.Select(static member => new DependentRequired(member.Name, NamesIn(member.Value))));
    }

    private static EquatableArray<string> NamesIn(JsonNode array) => new(array.Items.Select(static item => item.Text));
}
