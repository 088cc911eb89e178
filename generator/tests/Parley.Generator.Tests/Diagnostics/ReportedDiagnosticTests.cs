using Microsoft.CodeAnalysis;
using Parley.Generator.Tests.Harness;
using Parley.Schema.Diagnostics;

namespace Parley.Generator.Tests.Diagnostics;

/// <summary>What the generator adds to a broken rule: the file on disk, the severity, the page.</summary>
public sealed class ReportedDiagnosticTests
{
    private static readonly InputFile Broken = new("chat/a.schema.json", "{\n  \"type\": \"object\",\n  \"typo\": 1\n}\n");

    [Fact]
    public void A_diagnostic_prints_file_line_and_column()
    {
        var diagnostic = Assert.Single(GeneratorRun.OfBroken([Broken], ("PAR1001", "chat/a.schema.json", 3, 3)).Diagnostics);

        Assert.StartsWith("/app/schemas/chat/a.schema.json(3,3): error PAR1001: The keyword 'typo' is not", diagnostic.ToString(), StringComparison.Ordinal);
        Assert.Equal("\"typo\"", Broken.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void A_broken_schema_stops_its_own_contract_alone()
    {
        var files = Library.With("rooms/book.schema.json", "\"type\": \"object\",", "\"type\": \"objekt\",");

        var run = GeneratorRun.OfBroken(files, ("PAR1005", "rooms/book.schema.json", 3, 11), ("PAR2010", "rooms/rooms.contract.json", 13, 70));

        Assert.Equal(GeneratorRun.Of(Library.Files).Output.Keys.Where(name => !name.StartsWith("Rooms/", StringComparison.Ordinal)), run.Output.Keys);
    }

    [Fact]
    public void A_broken_manifest_stops_no_types()
    {
        var files = Library.With("rooms/rooms.contract.json", "\"version\": \"1.0\",", "");

        var run = GeneratorRun.OfBroken(files, ("PAR3003", "rooms/rooms.contract.json", 1, 1));

        Assert.Contains("Rooms/BookRequest.g.cs", run.Output.Keys);
        Assert.DoesNotContain("Rooms/RoomsContract.g.cs", run.Output.Keys);
        Assert.Contains("Loans/LoansContract.g.cs", run.Output.Keys);
    }

    [Fact]
    public void Files_that_are_no_schemas_are_left_alone() => Assert.Equal(
        ["Zoo.g.cs"],
        GeneratorRun.Of(new InputFile("", "no JSON"), new InputFile("zoo.schema.json", """{ "type": "object", "properties": { "name": { "type": "string" } } }""")).Output.Keys);

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() => GeneratorRun.OfBroken(
        [new("a.schema.json", """{ "description": "\ud800" }""")], ("PAR0004", "a.schema.json", 1, 18));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_descriptor_a_page_and_a_release_row(string id)
    {
        var rule = SchemaRules.Get(id);
        var descriptor = Generator.Diagnostics.DiagnosticDescriptors.Get(id);

        Assert.Equal(rule.Severity == RuleSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, descriptor.DefaultSeverity);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.EndsWith($"generator/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.True(File.Exists(RepositoryRoot.Path("generator", "docs", "diagnostics", id + ".md")));
        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {rule.Title}", ReleaseRows());
    }

    [Fact]
    public void A_release_row_has_a_rule() =>
        Assert.Equal(SchemaRules.All.Select(rule => rule.Id), ReleaseRows().Select(row => row[..7]).Order(StringComparer.Ordinal));

    public static TheoryData<string> Ids => [.. SchemaRules.All.Select(rule => rule.Id)];

    private static List<string> ReleaseRows() =>
    [
        .. new[] { "Shipped", "Unshipped" }
            .SelectMany(release => File.ReadLines(RepositoryRoot.Path("generator", "src", "Parley.Generator", $"AnalyzerReleases.{release}.md")))
            .Where(line => line.StartsWith("PAR", StringComparison.Ordinal)),
    ];
}
