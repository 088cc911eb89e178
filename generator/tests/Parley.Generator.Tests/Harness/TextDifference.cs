using System.Globalization;

namespace Parley.Generator.Tests.Harness;

/// <summary>Where two texts part.</summary>
internal static class TextDifference
{
    /// <summary>The first line that differs, with its number from 1.</summary>
    public static string First(string name, string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
            line++;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}({line + 1}) differs\n  expected: {At(left, line)}\n  actual:   {At(right, line)}");
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line].Replace("\r", "\\r", StringComparison.Ordinal) : "(end of file)";
}
