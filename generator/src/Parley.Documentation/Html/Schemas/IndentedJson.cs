using System.Text;
using Parley.Schema.Json;

namespace Parley.Documentation.Html.Schemas;

/// <summary>JSON for readers: two spaces, and what fits on a line stays on one.</summary>
internal static class IndentedJson
{
    private const int Width = 64;

    /// <summary>The value in its source order, numbers as in the source.</summary>
    public static string Write(JsonNode value)
    {
        var output = new StringBuilder();
        Write(output, value, 0);
        return output.ToString();
    }

    private static void Write(StringBuilder output, JsonNode value, int indent)
    {
        var compact = CompactJson.Write(value);
        if (value.Kind is not (JsonKind.Object or JsonKind.Array) || compact.Length <= 2 || (indent > 0 && IsFlat(value) && compact.Length + indent <= Width))
        {
            output.Append(value.Kind is JsonKind.Object or JsonKind.Array ? Spaced(value) : compact);
            return;
        }

        var isObject = value.Kind == JsonKind.Object;
        output.Append(isObject ? '{' : '[');
        var count = isObject ? value.Members.Count : value.Items.Count;
        for (var i = 0; i < count; i++)
        {
            output.Append(i == 0 ? "\n" : ",\n").Append(' ', indent + 2);
            if (isObject)
                output.Append(CompactJson.Quote(value.Members[i].Name)).Append(": ");
            Write(output, isObject ? value.Members[i].Value : value.Items[i], indent + 2);
        }

        output.Append('\n').Append(' ', indent).Append(isObject ? '}' : ']');
    }

    private static string Spaced(JsonNode value) => value.Kind == JsonKind.Object
        ? value.Members.Count == 0 ? "{}" : $"{{ {string.Join(", ", value.Members.Select(member => $"{CompactJson.Quote(member.Name)}: {CompactJson.Write(member.Value)}"))} }}"
        : $"[{string.Join(", ", value.Items.Select(CompactJson.Write))}]";

    private static bool IsFlat(JsonNode value) =>
        value.Members.Select(member => member.Value).Concat(value.Items).All(child => child.Kind is not (JsonKind.Object or JsonKind.Array));
}
