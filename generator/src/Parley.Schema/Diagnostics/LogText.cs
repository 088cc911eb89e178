using System.Globalization;
using System.Text;

namespace Parley.Schema.Diagnostics;

/// <summary>Text of files on its way into a terminal or build log, which must not get their control characters: they move the cursor, hide text, and begin lines that a build server obeys.</summary>
public static class LogText
{
    /// <summary>The text in one line, with control characters, line separators, direction overrides and surrogates as <c>\u001b</c>.</summary>
    public static string Of(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var unit in text)
            Append(output, unit);
        return output.ToString();
    }

    /// <summary>Appends a code unit, or its escape.</summary>
    internal static void Append(StringBuilder output, char unit)
    {
        if (char.IsControl(unit) || char.IsSurrogate(unit) || unit is '\u2028' or '\u2029' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            output.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
        else
            output.Append(unit);
    }
}
