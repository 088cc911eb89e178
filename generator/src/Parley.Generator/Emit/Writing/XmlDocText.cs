using System.Globalization;
using System.Text;

namespace Parley.Generator.Emit.Writing;

/// <summary>Schema text inside a <c>///</c> or <c>//</c> comment: one line, XML-escaped, without anything that a compiler takes as a line end.</summary>
internal readonly struct XmlDocText
{
    private XmlDocText(string text) => Text = text;

    /// <summary>The text, safe in a documentation comment and in a line comment.</summary>
    public string Text { get; }

    /// <summary>Makes schema text safe. Runs of white space, line ends and control characters become one space.</summary>
    public static XmlDocText Of(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        var pendingSpace = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsBlank(c))
            {
                pendingSpace = safe.Length > 0;
                continue;
            }

            if (pendingSpace)
                safe.Append(' ');
            pendingSpace = false;

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                safe.Append(c).Append(text[++i]);
            else
                AppendEscaped(safe, c);
        }

        return new(safe.ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static void AppendEscaped(StringBuilder safe, char c)
    {
        switch (c)
        {
            case '&': safe.Append("&amp;"); break;
            case '<': safe.Append("&lt;"); break;
            case '>': safe.Append("&gt;"); break;

            // Neither a lone surrogate nor U+FFFE and U+FFFF can stand in a source file that is written as UTF-8 and read as XML.
            case >= '\uD800' and <= '\uDFFF' or '\uFFFE' or '\uFFFF': safe.Append('\uFFFD'); break;
            default: safe.Append(c); break;
        }
    }

    // Format characters (bidirectional overrides among them) make text read differently from what it is.
    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
