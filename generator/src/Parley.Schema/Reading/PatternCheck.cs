using System.Text.RegularExpressions;

namespace Parley.Schema.Reading;

/// <summary>Whether a <c>pattern</c> is an ECMA-262 expression that also .NET runs.</summary>
internal static class PatternCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    // Group openings of .NET that ECMA-262 does not have.
    private static readonly string[] ForeignGroups = ["(?>", "(?#", "(?(", "(?'", "(?<-"];

    /// <summary>What is wrong, as the end of a sentence, or null.</summary>
    public static string? FindFault(string pattern)
    {
        if (FindInText(pattern) is { } found)
            return found;

        try
        {
            // Only construction counts: the emitted check compiles it with its own options and timeout.
            _ = new Regex(WithCategories(pattern), RegexOptions.CultureInvariant, Timeout);
            return null;
        }
        catch (ArgumentException)
        {
            // The framework's own message depends on the culture of the machine.
            return pattern.IndexOf("\\p{", StringComparison.OrdinalIgnoreCase) >= 0
                ? "it cannot be parsed; of Unicode properties only general categories are known, as in '\\p{L}' and '\\p{Letter}'"
                : "it cannot be parsed";
        }
    }

    private static string WithCategories(string pattern) =>
        Regex.Replace(
            pattern,
            @"\\(?:([pP])\{([^}]*)\}|.)",
            static escape => escape.Groups[1].Success ? GeneralCategories.Class(escape.Groups[1].Value[0], escape.Groups[2].Value) : escape.Value,
            RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static string? FindInText(string pattern)
    {
        var inClass = false;
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    if (i == pattern.Length)
                        return "nothing follows its last '\\'";
                    if (!inClass && pattern[i] is 'A' or 'Z' or 'z' or 'G')
                        return NotPart(pattern.Substring(i - 1, 2));
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    if (FindForeignGroup(pattern, i) is { } group)
                        return NotPart(group);
                    depth++;
                    break;
                case ')' when !inClass:
                    if (--depth < 0)
                        return "a ')' has no '('";
                    break;
            }
        }

        return inClass ? "a '[' is not closed" : depth > 0 ? "a '(' is not closed" : null;
    }

    private static string NotPart(string syntax) => "'" + syntax + "' is not part of it";

    private static string? FindForeignGroup(string pattern, int at)
    {
        foreach (var group in ForeignGroups)
        {
            if (string.CompareOrdinal(pattern, at, group, 0, group.Length) == 0)
                return group;
        }

        // (?i) and (?i:…) set options of .NET.
        if (at + 2 < pattern.Length && pattern[at + 1] == '?' && pattern[at + 2] is 'i' or 'm' or 's' or 'n' or 'x' or '-')
            return pattern.Substring(at, 3);
        return null;
    }
}
