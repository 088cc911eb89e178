using System.Text.RegularExpressions;
using Parley.Schema.Reading;

namespace Parley.Schema.Tests.Diagnostics;

/// <summary>A page of <c>docs/diagnostics</c>: the files of its two examples and the lines that the first one reports.</summary>
internal sealed record DiagnosticPage(string Title, IReadOnlyList<SchemaFile> Wrong, string Reported, IReadOnlyList<SchemaFile> Right)
{
    private static readonly string Folder = GeneratorFolder.Combine("docs", "diagnostics");

    public static IEnumerable<string> Ids => Directory.GetFiles(Folder, "PAR*.md").Select(path => Path.GetFileNameWithoutExtension(path)!);

    public static string Index => File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static DiagnosticPage Read(string id)
    {
        var text = File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n");
        var right = text.IndexOf("## Right\n", StringComparison.Ordinal);
        var wrong = text.IndexOf("## Wrong\n", StringComparison.Ordinal);
        Assert.True(wrong > 0 && right > wrong, "The page has no sections Wrong and Right.");

        var shared = text.Contains("](example/)", StringComparison.Ordinal) ? ExampleFiles() : [];
        return new DiagnosticPage(
            text[..text.IndexOf('\n')],
            Files(text[wrong..right], shared),
            Regex.Match(text[wrong..right], "```text\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value,
            Files(text[right..], shared));
    }

    public static IReadOnlyList<SchemaFile> ExampleFiles() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "example")).Select(path => new SchemaFile(Path.GetFileName(path), File.ReadAllText(path)))];

    // A file on the page stands in for the one of the example that has its name.
    private static List<SchemaFile> Files(string section, IReadOnlyList<SchemaFile> shared)
    {
        var own = Regex.Matches(section, "```json (\\S+)\n(.*?)```\n", RegexOptions.Singleline)
            .Select(match => new SchemaFile(match.Groups[1].Value, match.Groups[2].Value))
            .ToList();
        Assert.NotEmpty(own);
        return [.. own, .. shared.Where(file => own.All(mine => mine.Path != file.Path))];
    }
}
