using System.Text.Json.Nodes;

namespace Parley.Tool.Tests;

public sealed class ToolTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public async Task Docs_writes_the_reference_and_then_finds_no_drift()
    {
        var folder = Path.Combine(tool.NewFolder(), "docs");

        var written = await tool.RunAsync("docs", "schemas", "--out", folder);
        var check = await tool.RunAsync("docs", "schemas", "--out", folder, "--check");

        Assert.Equal((0, ""), (written.ExitCode, written.Errors));
        Assert.Equal((0, "", ""), (check.ExitCode, check.Output, check.Errors));
        foreach (var file in new[] { "asyncapi.json", "llms.txt", "markdown/Chat.md", "openapi.docs.json", "openapi.json" })
            Assert.True(File.Exists(Path.Combine(folder, file)), file);
    }

    [Fact]
    public async Task Docs_check_fails_with_the_list_of_files_that_differ_and_writes_nothing()
    {
        var folder = tool.NewFolder();
        await tool.RunAsync("docs", "schemas", "--out", folder);
        var changed = Path.Combine(folder, "llms.txt");
        await File.WriteAllTextAsync(changed, "changed", TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(folder, "openapi.json"));

        var check = await tool.RunAsync("docs", "schemas", "--out", folder, "--check");

        Assert.Equal((1, "changed: llms.txt\nmissing: openapi.json\n"), (check.ExitCode, check.Output.ReplaceLineEndings("\n")));
        Assert.Equal("parley: 2 files differ; the same command without '--check' writes them.", check.Errors.Trim());
        Assert.Equal("changed", await File.ReadAllTextAsync(changed, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(folder, "openapi.json")));
    }

    [Fact]
    public async Task Lint_of_the_repository_finds_nothing()
    {
        var lint = await tool.RunAsync("lint", "schemas");

        Assert.Equal((0, "Nothing was found.\n", ""), (lint.ExitCode, lint.Output.ReplaceLineEndings("\n"), lint.Errors));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public async Task Lint_fails_with_the_place_of_what_it_finds_and_without_colours_in_a_pipe(string format)
    {
        var copy = Copy(("common/participant.schema.json", "\"description\": \"Name shown to the others.\"", "\"title\": \"Nickname\""));

        var lint = await tool.RunAsync("lint", copy, "--format", format);

        Assert.Equal(1, lint.ExitCode);
        Assert.Contains("PAR4001", lint.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', lint.Output);
        Assert.Empty(lint.Errors);
        if (format == "text")
            Assert.StartsWith($"{copy}/common/participant.schema.json(8,5): warning PAR4001: The member 'nickname' has no 'description'", lint.Output, StringComparison.Ordinal);
        else
            Assert.NotNull(JsonNode.Parse(lint.Output));
    }

    [Fact]
    public async Task Lint_takes_formats_for_assertions_when_asked_to()
    {
        var copy = Copy(("common/participant.schema.json", "\"description\": \"Name shown to the others.\"", "\"format\": \"datetime\", \"description\": \"Name shown to the others.\""));

        var noted = await tool.RunAsync("lint", copy);
        var asserted = await tool.RunAsync("lint", copy, "--format-assertion");
        var repository = await tool.RunAsync("lint", "schemas", "--format-assertion");

        Assert.Equal(0, noted.ExitCode);
        Assert.Equal(1, asserted.ExitCode);
        Assert.Contains("warning PAR1014: Draft 2020-12 defines no format 'datetime'", asserted.Output, StringComparison.Ordinal);
        Assert.Equal((0, "Nothing was found.\n"), (repository.ExitCode, repository.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Names_in_contracts_cannot_steer_the_terminal_or_begin_a_line()
    {
        const string Name = "\\u001b[2Jname\\n::error::forged";
        var copy = Copy(("common/participant.schema.json", "\"nickname\": {", $"\"{Name}\": {{ \"type\": \"string\" }}, \"nickname\": {{"));

        var lint = await tool.RunAsync("lint", copy);
        var text = await tool.RunAsync("diff", "schemas", copy);
        var markdown = await tool.RunAsync("diff", "schemas", copy, "-f", "markdown");

        foreach (var output in new[] { lint.Output, text.Output, markdown.Output })
        {
            Assert.Contains("::error::forged", output, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', output);
            Assert.DoesNotContain("\n::error", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"maxLength\": 4096", "\"maxLength\": 4097", 0, "0 breaking, 1 compatible, 0 documentation.\n")]
    [InlineData("\"maxLength\": 4096", "\"maxLength\": 4095", 1, "1 breaking, 0 compatible, 0 documentation.\n")]
    public async Task Diff_fails_when_a_change_is_breaking(string old, string @new, int exitCode, string lastLine)
    {
        var diff = await tool.RunAsync("diff", "schemas", Copy(("common/message-text.schema.json", old, @new)));

        Assert.Equal(exitCode, diff.ExitCode);
        Assert.EndsWith("\n" + lastLine, diff.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_writes_json_and_markdown()
    {
        var copy = Copy(("common/message-text.schema.json", "\"maxLength\": 4096", "\"maxLength\": 4095"));

        var json = await tool.RunAsync("diff", "schemas", copy, "--format", "json");
        var markdown = await tool.RunAsync("diff", "schemas", copy, "-f", "markdown");

        Assert.Equal(1, (int)JsonNode.Parse(json.Output)!["breaking"]!);
        Assert.StartsWith("### Breaking changes\n", markdown.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    /// <summary>Arguments, and the message.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "docs nowhere --out OUT", "There is no folder 'nowhere'." },
        { "docs README.md --out OUT", "'README.md' is a file; name the folder that holds the contracts." },
        { "docs OUT --out OUT", "holds no contract" },
        { "docs schemas --out README.md", "'README.md' is a file; name a folder to write to." },
        { "docs schemas --out README.md/below", "'README.md/below' cannot be written" },
        { "docs schemas", "Option '--out' is required." },
        { "docs schemas --out OUT --cometd-path cometd", "The value of --cometd-path is no path of an endpoint: 'cometd'." },
        { "docs schemas --out OUT --cometd-path /cometd?a=b", "The value of --cometd-path is no path of an endpoint: '/cometd?a=b'." },
        { "docs schemas --out OUT --cometd-path /cometd#a", "The value of --cometd-path is no path of an endpoint: '/cometd#a'." },
        { "docs schemas --out OUT --cometd-path //example.com/cometd", "The value of --cometd-path is no path of an endpoint: '//example.com/cometd'." },
        { "docs schemas --out OUT --cometd-path /\\example.com", "The value of --cometd-path is no path of an endpoint: '/\\example.com'." },
        { "docs schemas --out OUT --cometd-path http://example.com/cometd", "The value of --cometd-path is no path of an endpoint: 'http://example.com/cometd'." },
        { "docs schemas --out OUT --cometd-path EMPTY", "The value of --cometd-path is empty." },
        { "docs schemas --out OUT --pact-results nowhere.json", "'nowhere.json' cannot be read: " },
        { "lint nowhere", "There is no folder 'nowhere'." },
        { "lint schemas --format xml", "'xml'" },
        { "diff schemas nowhere", "There is no folder 'nowhere'." },
        { "diff schemas", "Required argument missing" },
        { "frobnicate", "'frobnicate'" },
        { "docs EMPTY --out OUT", "The value of SCHEMAS is empty." },
        { "docs schemas --out EMPTY", "The value of --out is empty." },
        { "lint EMPTY", "The value of SCHEMAS is empty." },
        { "diff schemas EMPTY", "The value of NEW is empty." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_of_the_caller_is_said_in_one_sentence_with_exit_code_2(string arguments, string message)
    {
        var run = await tool.RunAsync([.. arguments.Replace("OUT", tool.NewFolder(), StringComparison.Ordinal).Split(' ').Select(static argument => argument == "EMPTY" ? "" : argument)]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.StartsWith("parley: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_log_that_cannot_be_read_is_named()
    {
        var copy = Copy();
        var changeLog = Path.Combine(copy, "CHANGELOG.md");
        // Root may read everything but what a link leads to that is not there.
        File.CreateSymbolicLink(changeLog, Path.Combine(copy, "gone.md"));
        var folder = tool.NewFolder();

        var docs = await tool.RunAsync("docs", copy, "--out", folder);

        Assert.Equal((2, ""), (docs.ExitCode, docs.Output));
        Assert.StartsWith($"parley: '{changeLog}' cannot be read: ", docs.Errors, StringComparison.Ordinal);
        Assert.Single(docs.Errors.TrimEnd().Split('\n'));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_contract_with_errors_is_not_documented_and_the_folder_stays_as_it_was()
    {
        var copy = Copy(("common/message-text.schema.json", "\"maxLength\"", "\"maxLenght\""));
        var folder = tool.NewFolder();

        var docs = await tool.RunAsync("docs", copy, "--out", folder);

        Assert.Equal(2, docs.ExitCode);
        Assert.Contains("PAR", docs.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("docs")]
    [InlineData("lint")]
    [InlineData("diff")]
    public async Task Help_shows_examples_and_exit_codes(string command)
    {
        var help = await tool.RunAsync(command, "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains($"parley {command} ", help.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:\n", help.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Exit codes:\n", help.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    // A copy of the repository's contracts after edits.
    private string Copy(params (string Path, string Old, string New)[] edits)
    {
        var copy = tool.NewFolder();
        var source = RepositoryRoot.Path("schemas");
        foreach (var file in Directory.GetFiles(source, "*.json", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(source, file).Replace('\\', '/');
            var text = File.ReadAllText(file);
            foreach (var (_, old, @new) in edits.Where(edit => edit.Path == path))
            {
                Assert.Contains(old, text, StringComparison.Ordinal);
                text = text.Replace(old, @new, StringComparison.Ordinal);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, path))!);
            File.WriteAllText(Path.Combine(copy, path), text);
        }

        return copy;
    }
}
