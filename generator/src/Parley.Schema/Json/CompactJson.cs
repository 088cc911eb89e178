using System.Text;

namespace Parley.Schema.Json;

/// <summary>Writes values back as JSON text without insignificant space.</summary>
public static class CompactJson
{
    /// <summary>The value in its source order, numbers as in the source, strings with as few escapes as are safe on one line.</summary>
    public static string Write(JsonNode value)
    {
        var output = new StringBuilder();
        Write(output, value, canonical: false);
        return output.ToString();
    }

    /// <summary>A text that two values share exactly when they are equal by JSON Schema: numbers by value, objects without order.</summary>
    public static string Key(JsonNode value)
    {
        var output = new StringBuilder();
        Write(output, value, canonical: true);
        return output.ToString();
    }

    /// <summary>A string as a JSON string literal.</summary>
    public static string Quote(string content)
    {
        var output = new StringBuilder(content.Length + 2);
        WriteString(output, content);
        return output.ToString();
    }

    private static void Write(StringBuilder output, JsonNode value, bool canonical)
    {
        switch (value.Kind)
        {
            case JsonKind.Null:
                output.Append("null");
                break;
            case JsonKind.True:
                output.Append("true");
                break;
            case JsonKind.False:
                output.Append("false");
                break;
            case JsonKind.Number:
                output.Append(canonical ? JsonNumberText.Normalize(value.Text) : value.Text);
                break;
            case JsonKind.String:
                WriteString(output, value.Text);
                break;
            case JsonKind.Array:
                WriteArray(output, value, canonical);
                break;
            default:
                WriteObject(output, value, canonical);
                break;
        }
    }

    private static void WriteArray(StringBuilder output, JsonNode array, bool canonical)
    {
        output.Append('[');
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0)
                output.Append(',');
            Write(output, array.Items[i], canonical);
        }

        output.Append(']');
    }

    private static void WriteObject(StringBuilder output, JsonNode value, bool canonical)
    {
        var members = value.Members;
        if (canonical)
        {
            var sorted = new List<JsonMember>(members);
            sorted.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            members = sorted;
        }

        output.Append('{');
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
                output.Append(',');
            WriteString(output, members[i].Name);
            output.Append(':');
            Write(output, members[i].Value, canonical);
        }

        output.Append('}');
    }

    private static void WriteString(StringBuilder output, string content)
    {
        output.Append('"');
        foreach (var unit in content)
        {
            switch (unit)
            {
                case '"':
                    output.Append("\\\"");
                    break;
                case '\\':
                    output.Append("\\\\");
                    break;
                // These end a line of C#, and the text may be put into one.
                case < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029':
                    output.Append("\\u").Append(((int)unit).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                default:
                    output.Append(unit);
                    break;
            }
        }

        output.Append('"');
    }
}
