using System.Text.RegularExpressions;
using Parley.Documentation.Markdown;
using Parley.Documentation.Model;

namespace Parley.Documentation.Tests.Markdown;

public sealed partial class MarkdownTests
{
    [Fact]
    public void Every_link_leads_to_a_page_and_an_anchor_that_exist()
    {
        var files = MarkdownWriter.Write(DocumentationBuilder.Build(Samples.Repository())).ToDictionary(file => file.Path, file => file.Text);
        var broken = new List<string>();
        foreach (var (path, text) in files)
        {
            foreach (Match link in Link().Matches(text))
            {
                var page = link.Groups[1].Value.Length == 0 ? path : path.Contains('/', StringComparison.Ordinal) ? "markdown/" + link.Groups[1].Value : link.Groups[1].Value;
                if (!files.TryGetValue(page, out var target) || !target.Contains($"<a id=\"{link.Groups[2].Value}\"></a>", StringComparison.Ordinal))
                    broken.Add(path + ": " + link.Value);
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void An_operation_tells_call_conditions_members_and_what_follows()
    {
        var page = MarkdownWriter.Write(Samples.GreetingModel()).Single(file => file.Path == "markdown/Greetings.md").Text;

        Assert.Contains("`POST /greetings/{id}` with `operationName` = `ForgetPerson`", page, StringComparison.Ordinal);
        Assert.Contains("- Permission, one of: Agent, Admin\n- Features, all of: `voice`\n- Allowed in: `Waiting`, `Greeted`\n- Leads to: `Greeted`\n", page, StringComparison.Ordinal);
        Assert.Contains("| `name` | string | yes | Whom. maxLength `20`. |", page, StringComparison.Ordinal);
        Assert.Contains("**Then, over CometD** [GreetingSaid](#notification/Greetings.GreetingSaid)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keyword_without_a_column_is_printed_as_it_stands()
    {
        var model = Samples.GreetingModel(("greet-request.schema.json", "\"maxLength\": 20", "\"x-unit\": {\"of\": \"|\"}, \"not\": {\"const\": \"\"}"));

        var page = MarkdownWriter.Write(model).Single(file => file.Path == "markdown/Greetings.md").Text;

        Assert.Contains("| `name` | string | yes | Whom. x-unit `{\"of\":\"\\|\"}`, not `{\"const\":\"\"}`. |", page, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\(([^)#\s]*)#([^)\s]+)\)")]
    private static partial Regex Link();
}
