using System.Text.RegularExpressions;

namespace Parley.Packages.Tests;

/// <summary>The files of the example in README.md: each fenced block whose line before names the file in bold code, such as <c>**`Program.cs`**</c>.</summary>
internal static partial class ReadmeExample
{
    public static IReadOnlyDictionary<string, string> Files { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        return FileBlock().Matches(readme).ToDictionary(match => match.Groups["path"].Value, match => match.Groups["text"].Value);
    }

    [GeneratedRegex(@"^\*\*`(?<path>[^`]+)`\*\*\n+```\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileBlock();
}
