using System.Text.Json.Nodes;
using Parley.Documentation.Lint;

namespace Parley.Documentation.Tests.Lint;

public sealed class ContractLinterTests
{
    /// <summary>File, what stands there, what is put there instead, and what is found.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "greetings.contract.json", "  \"description\": \"Greets.\",\n", "", "greetings.contract.json(1,1): warning PAR4001: The contract 'Greetings' has no 'description'" },
        { "greetings.contract.json", "\"description\": \"Who is greeted.\", ", "", "greetings.contract.json(20,23): warning PAR4001: The parameter 'id' has no 'description'" },
        { "greetings.contract.json", "\"/greetings/{id}\": {", "\"/greetings/{id}\": { \"headers\": { \"x-trace\": {} },", "greetings.contract.json(19,39): warning PAR4001: The header 'x-trace' has no 'description'" },
        { "done.schema.json", "\"description\": \"It is done.\",", "", "done.schema.json(1,1): warning PAR4001: The schema has no 'description'" },
        { "greet-request.schema.json", ", \"description\": \"Whom.\"", "", "greet-request.schema.json(7,5): warning PAR4001: The member 'name' has no 'description'" },
        { "greet-request.schema.json", "\"description\": \"Whom.\"", "\"description\": \"Whom.\", \"examples\": [\"Maria\", 7]", "greet-request.schema.json(7,96): warning PAR4002: The example is not of the type string (greet-request.schema.json#/properties/name/type)" },
        { "greetings.contract.json", "\"tone\": \"warm\"", "\"tone\": \"hot\"", "greetings.contract.json(33,92): warning PAR4002: A value of the request is none of [\"warm\",\"cold\"] (tone.schema.json#/enum)" },
        { "greetings.contract.json", "\"success\": { \"code\": 0 }", "\"success\": { \"code\": 1 }", "greetings.contract.json(33,123): warning PAR4002: A value of the success is not 0 (done.schema.json#/properties/code/const)" },
        { "greetings.contract.json", "\"success\": { \"code\": 0 }", "\"success\": { \"code\": 0 }, \"failure\": { \"code\": 3 }", "greetings.contract.json(33,139): warning PAR4002: The failure lacks the member 'message'" },
        { "greetings.contract.json", "\"to\": \"Gone\"", "\"to\": \"Waiting\"", "greetings.contract.json(16,5): warning PAR4003: No operation leads to 'Gone'" },
        { "greetings.contract.json", "\"notifies\": [\"GreetingSaid\"],", "", "greetings.contract.json(53,5): warning PAR4004: No operation lists 'GreetingSaid' in 'notifies'" },
        { "greetings.contract.json", "\"from\": [\"Greeted\"]", "\"from\": [\"Lost\"]", "greetings.contract.json(39,22): error PAR3012: There is no state 'Lost'" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_at_its_place(string path, string old, string @new, string expected)
    {
        var findings = ContractLinter.Lint(Samples.Greeting((path, old, @new)), TestContext.Current.CancellationToken);

        Assert.StartsWith(expected, Assert.Single(findings).Format(""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_and_the_repository_are_without_fault()
    {
        Assert.Empty(ContractLinter.Lint(Samples.Greeting(), TestContext.Current.CancellationToken));
        Assert.Empty(ContractLinter.Lint(Samples.Repository(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\"format\": \"datetime\"", "greet-request.schema.json(7,43): warning PAR1014: Draft 2020-12 defines no format 'datetime'")]
    [InlineData("\"format\": \"date\", \"examples\": [\"2015-11-26\", \"today\"]", "greet-request.schema.json(7,78): warning PAR4002: The example does not have the format date (greet-request.schema.json#/properties/name/format)")]
    public void Formats_count_where_they_are_asserted_and_nowhere_else(string keyword, string expected)
    {
        var files = Samples.GreetingFiles(("greet-request.schema.json", "\"maxLength\": 20,", keyword + ","), ("greetings.contract.json", ", \"name\": \"Maria\", \"tone\": \"warm\"", ", \"name\": \"2015-11-26\""));

        var asserted = ContractLinter.Lint(ContractFolder.Of(files, "greetings", assertsFormats: true, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.StartsWith(expected, Assert.Single(asserted).Format(""), StringComparison.Ordinal);
        Assert.Empty(ContractLinter.Lint(ContractFolder.Of(files, "greetings", cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_the_generator_would_say_is_said_with_its_words_and_places()
    {
        var folder = Samples.Greeting(
            ("greet-request.schema.json", "\"maxLength\"", "\"maxLenght\""), ("list-query.schema.json", "\"integer\"", "\"int\""), ("tone.schema.json", "\"enum\"", "\"$ref\": \"nowhere.json\", \"enum\""));

        var findings = ContractLinter.Lint(folder, TestContext.Current.CancellationToken);

        Assert.Equal(
            folder.Links.Diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal),
            findings.Where(finding => finding.Rule.Id[3] < '4').Select(finding => finding.Format("")).Order(StringComparer.Ordinal));
        Assert.Equal(4, folder.Links.Diagnostics.Count);
    }

    [Fact]
    public void A_state_that_messages_tell_of_needs_no_operation()
    {
        var findings = ContractLinter.Lint(
            Samples.Greeting(
                ("greetings.contract.json", "\"to\": \"Gone\"", "\"to\": \"Waiting\""), ("tone.schema.json", "\"warm\", \"cold\"", "\"warm\", \"cold\", \"Gone\"")),
            TestContext.Current.CancellationToken);

        Assert.Empty(findings);
    }

    [Fact]
    public void Json_has_the_place_of_each_finding()
    {
        var findings = ContractLinter.Lint(Samples.Greeting(("done.schema.json", "\"description\": \"It is done.\",", "")), TestContext.Current.CancellationToken);

        var finding = JsonNode.Parse(LintJson.Write(findings, "schemas/"))!["findings"]![0]!;

        Assert.Equal(
            """{"id":"PAR4001","level":"warning","path":"schemas/done.schema.json","line":1,"column":1,"endLine":1,"endColumn":2}""",
            new JsonObject(finding.AsObject().Where(member => member.Key != "message").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString());
    }

    [Fact]
    public void Sarif_refers_to_rules_and_escapes_paths()
    {
        var findings = ContractLinter.Lint(Samples.Greeting(("done.schema.json", "\"description\": \"It is done.\",", "")), TestContext.Current.CancellationToken);

        var run = JsonNode.Parse(Sarif.Write(findings, "my schemas/", "1.2.3"))!["runs"]![0]!;

        Assert.Equal("PAR4001", (string?)run["tool"]!["driver"]!["rules"]![(int)run["results"]![0]!["ruleIndex"]!]!["id"]);
        Assert.Equal("my%20schemas/done.schema.json", (string?)run["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
    }

    [Fact]
    public void Every_style_rule_is_explained()
    {
        var page = File.ReadAllText(RepositoryRoot.Path("generator", "docs", "lint.md"));

        Assert.All(StyleRules.All, rule => Assert.Contains($"## {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal));
    }
}
