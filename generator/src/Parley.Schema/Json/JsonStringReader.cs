using System.Globalization;
using System.Text;
using Parley.Schema.Diagnostics;

namespace Parley.Schema.Json;

/// <summary>Reads one JSON string.</summary>
internal static class JsonStringReader
{
    /// <summary>Reads the string whose opening quote stands at <paramref name="at"/> and moves behind its closing quote.</summary>
    public static string Read(string text, ref int at)
    {
        var open = at++;
        var runStart = at;
        StringBuilder? unescaped = null;
        while (true)
        {
            if (at == text.Length)
                throw JsonSyntaxException.Unexpected(text, at, "the closing '\"' of a string");

            var unit = text[at];
            if (unit == '"')
            {
                var content = unescaped is null
                    ? text.Substring(runStart, at - runStart)
                    : unescaped.Append(text, runStart, at - runStart).ToString();
                at++;
                RefuseLoneSurrogate(content, new JsonSpan(open, at - open));
                return content;
            }

            if (unit < ' ')
                throw JsonSyntaxException.Unexpected(text, at, "an escape instead of a control character in a string");

            if (unit == '\\')
            {
                unescaped ??= new StringBuilder();
                unescaped.Append(text, runStart, at - runStart).Append(ReadEscape(text, ref at));
                runStart = at;
            }
            else
            {
                at++;
            }
        }
    }

    private static char ReadEscape(string text, ref int at)
    {
        at++;
        if (at == text.Length)
            throw JsonSyntaxException.Unexpected(text, at, "an escape");

        var kind = text[at++];
        switch (kind)
        {
            case '"' or '\\' or '/':
                return kind;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                var value = 0;
                for (var i = 0; i < 4; i++, at++)
                {
                    var digit = at < text.Length ? HexValue(text[at]) : -1;
                    if (digit < 0)
                        throw JsonSyntaxException.Unexpected(text, at, "four hexadecimal digits");
                    value = (value * 16) + digit;
                }

                return (char)value;
            default:
                at--;
                throw JsonSyntaxException.Unexpected(text, at, "one of \" \\ / b f n r t u after '\\'");
        }
    }

    private static int HexValue(char unit) => unit switch
    {
        >= '0' and <= '9' => unit - '0',
        >= 'a' and <= 'f' => unit - 'a' + 10,
        >= 'A' and <= 'F' => unit - 'A' + 10,
        _ => -1,
    };

    // Half of a surrogate pair has no UTF-8 form, so such a string could never be compared with a message.
    private static void RefuseLoneSurrogate(string content, JsonSpan span)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (!char.IsSurrogate(content[i]))
                continue;
            if (char.IsHighSurrogate(content[i]) && i + 1 < content.Length && char.IsLowSurrogate(content[i + 1]))
            {
                i++;
                continue;
            }

            throw new JsonSyntaxException(
                SchemaRules.LoneSurrogate, span, ((int)content[i]).ToString("X4", CultureInfo.InvariantCulture));
        }
    }
}
