using System.Globalization;

namespace Parley.Generator.Tests.Harness;

/// <summary>Rules about the text of each emitted file.</summary>
internal static class TextRules
{
    // To C# these end a line as LF does, so one that slips into a comment lets the rest of the comment become code.
    private static readonly char[] OtherLineEnds = ['\r', '\u0085', '\u2028', '\u2029'];

    public static void RequireClean(string hintName, string text)
    {
        if (text.Length == 0 || text[^1] != '\n')
            throw Broken(hintName, text, text.Length, "has no line feed at its end");
        if (text.IndexOfAny(OtherLineEnds) is >= 0 and var other)
            throw Broken(hintName, text, other, string.Create(CultureInfo.InvariantCulture, $"has U+{(int)text[other]:X4}"));

        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            if (end > 0 && (text[end - 1] is ' ' or '\t'))
                throw Broken(hintName, text, end, "has white space at the end of a line");
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                throw Broken(hintName, text, i, "has half of a surrogate pair");
            i++;
        }
    }

    private static HarnessException Broken(string hintName, string text, int offset, string what)
    {
        var line = text.AsSpan(0, offset).Count('\n') + 1;
        return new(HarnessRule.WritesCleanText, string.Create(CultureInfo.InvariantCulture, $"{hintName}({line}) {what}"));
    }
}
