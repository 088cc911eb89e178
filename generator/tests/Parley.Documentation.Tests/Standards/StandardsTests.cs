using System.Diagnostics;
using System.Text.Json;
using Parley.Documentation.Lint;
using Parley.Documentation.Model;
using Parley.Documentation.Output;

namespace Parley.Documentation.Tests.Standards;

/// <summary>Documents as their readers' own tools judge them: Redocly, Spectral, the AsyncAPI parser, SARIF's published schema.</summary>
public sealed class StandardsTests : IDisposable
{
    private static readonly string Project = RepositoryRoot.Path("generator", "tests", "Parley.Documentation.Tests", "Standards");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-standards-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_repositorys_documents_are_without_error()
    {
        var repository = Samples.Repository();
        new OutputFolder(_folder.FullName).Write(DocumentationFiles.Write(DocumentationBuilder.Build(repository), TestContext.Current.CancellationToken));
        var faulty = Samples.Greeting(
            ("greet-request.schema.json", "\"description\": \"Whom.\"", "\"title\": \"Whom\""),
            ("list-query.schema.json", "\"maximum\"", "\"maximun\""));
        var findings = ContractLinter.Lint(faulty, TestContext.Current.CancellationToken);
        Assert.Contains(findings, finding => finding.Level == "error");
        Assert.Contains(findings, finding => finding.Level == "warning");
        await WriteAsync("lint.sarif", Sarif.Write(findings, "some folder/", "1.2.3"));

        var errors = await JudgeAsync();

        Assert.Equal(8, errors.Count);
        Assert.All(errors, judged => Assert.True(judged.Value.Length == 0, judged.Key + ":\n" + string.Join('\n', judged.Value)));
    }

    [Fact]
    public async Task Every_judge_finds_a_planted_error()
    {
        var files = DocumentationFiles.Write(Samples.GreetingModel(), TestContext.Current.CancellationToken);
        new OutputFolder(_folder.FullName).Write([.. files.Select(static file => file with
        {
            Text = file.Text
                .Replace("\"operationId\": \"Greetings.ListGreetings\"", "\"operationId\": 1", StringComparison.Ordinal)
                .Replace("\"action\": \"send\"", "\"action\": \"shout\"", StringComparison.Ordinal),
        })]);
        await WriteAsync("lint.sarif", """{"version":"2.1.0","runs":[{}]}""");

        var errors = await JudgeAsync();

        Assert.All(errors, judged => Assert.True(judged.Value.Length > 0, judged.Key));
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, file), text, TestContext.Current.CancellationToken);

    private async Task<Dictionary<string, string[]>> JudgeAsync()
    {
        Assert.True(Directory.Exists(Path.Combine(Project, "node_modules")), $"Run 'npm ci --ignore-scripts' in {Project} first; test.sh does.");
        var start = new ProcessStartInfo("node", [Path.Combine(Project, "judge.mjs"), _folder.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var problems = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await problems);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(await output)!;
    }
}
