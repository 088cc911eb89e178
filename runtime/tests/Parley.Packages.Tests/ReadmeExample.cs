using System.Text.RegularExpressions;

namespace Parley.Packages.Tests;

/// <summary>The files of the example in README.md: each fenced block whose line before names the file in bold code, such as <c>**`Program.cs`**</c>.</summary>
internal static partial class ReadmeExample
{
    public static IReadOnlyDictionary<string, string> Files { get; } = Read(isStreaming: false);

    /// <summary>The files of the second example, the streaming server; their paths begin with its folder.</summary>
    public static IReadOnlyDictionary<string, string> StreamingFiles { get; } = Read(isStreaming: true);

    /// <summary>Where the links of README.md lead, relative to its folder.</summary>
    public static IReadOnlyList<string> Links { get; } = [.. Link().Matches(Readme()).Select(match => match.Groups["target"].Value)];

    /// <summary>The calls of the example's program: the path and the body of each <c>curl</c> to port 5000, and the line below it, which is the answer.</summary>
    public static IReadOnlyList<(string Path, string Body, string Answer)> Calls { get; } =
        [.. Call().Matches(Readme()).Select(match => (match.Groups["path"].Value, match.Groups["body"].Value, match.Groups["answer"].Value))];

    private static Dictionary<string, string> Read(bool isStreaming) =>
        FileBlock().Matches(Readme()).Where(match => match.Groups["path"].Value.StartsWith("streaming/", StringComparison.Ordinal) == isStreaming).ToDictionary(match => match.Groups["path"].Value, match => match.Groups["text"].Value);

    private static string Readme() => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [GeneratedRegex(@"^\$ curl -s http://localhost:5000(?<path>/\S*) -H 'Content-Type: application/json' -d '(?<body>[^']*)'\n(?<answer>.*)$", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\*\*`(?<path>[^`]+)`\*\*\n+```\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileBlock();
}
