using Parley.Schema.Diagnostics;
using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Tests.Diagnostics;

public sealed class DiagnosticPagesTests
{
    public static TheoryData<string> Ids => [.. SchemaRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Wrong_example_reports_what_the_page_says_and_right_example_nothing(string id)
    {
        var page = DiagnosticPage.Read(id);

        var wrong = Link(page.Wrong);
        var right = Link(page.Right);

        Assert.Equal(page.Reported, string.Join('\n', wrong));
        Assert.Contains(wrong, diagnostic => diagnostic.Id == id);
        Assert.Empty(right.Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_is_headed_by_its_rule_and_listed_in_the_index(string id)
    {
        var heading = $"# {id}: {SchemaRules.Get(id).Title}";

        Assert.Equal(heading, DiagnosticPage.Read(id).Title);
        Assert.Contains($"| [{id}]({id}.md) | {SchemaRules.Get(id).Title} |\n", DiagnosticPage.Index, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_has_a_rule() => Assert.Equal(SchemaRules.All.Select(rule => rule.Id), DiagnosticPage.Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void Shared_example_is_without_fault()
    {
        var result = Load.Clean(Load.All(DiagnosticPage.ExampleFiles()));

        Assert.Single(result.Contracts);
    }

    [Fact]
    public void Every_message_uses_exactly_the_arguments_that_it_gets()
    {
        foreach (var rule in SchemaRules.All)
        {
            var diagnostic = Link(DiagnosticPage.Read(rule.Id).Wrong).First(found => found.Id == rule.Id);

            for (var i = 0; i < diagnostic.Arguments.Count; i++)
                Assert.Contains("{" + i + "}", rule.MessageFormat, StringComparison.Ordinal);
            Assert.DoesNotContain("{" + diagnostic.Arguments.Count + "}", rule.MessageFormat, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Hostile_names_reach_messages_as_one_short_line()
    {
        var name = "a\\u001b[31m\\n\\u202e" + new string('x', 5000);

        var diagnostic = Assert.Single(Load.Files(("a.schema.json", $$"""{ "{{name}}": 1 }""")).Diagnostics);

        Assert.True(diagnostic.Message.Length < 500);
        Assert.DoesNotContain(diagnostic.Message, unit => char.IsControl(unit) || unit == '\u202E');
    }

    [Fact]
    public void Diagnostics_are_compared_by_value()
    {
        var first = Load.Files(("a.schema.json", """{ "type": "int" }""")).Diagnostics;
        var second = Load.Files(("a.schema.json", """{ "type": "int" }""")).Diagnostics;

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    // Formats are asserted, since otherwise nothing is said about them.
    private static EquatableArray<SchemaDiagnostic> Link(IEnumerable<SchemaFile> files) =>
        Linker.Link(files.Select(file => SchemaReader.Read(file)), new LinkOptions("Example", AssertsFormats: true)).Diagnostics;
}
