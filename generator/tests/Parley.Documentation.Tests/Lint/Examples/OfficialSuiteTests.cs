using System.Text.Json;
using Parley.Documentation.Lint.Examples;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Documentation.Tests.Lint.Examples;

/// <summary>Examples are judged as the official JSON Schema Test Suite, draft 2020-12, judges values. Schemas that the generator refuses are not asked about.</summary>
public sealed class OfficialSuiteTests
{
    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE") ?? RepositoryRoot.Path("..", "shared", "json-schema-test-suite"), "tests", "draft2020-12");

    public static TheoryData<string> Files => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : ["(none)"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Values_are_judged_as_the_suite_judges_them(string file)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The JSON Schema Test Suite is not here; set JSON_SCHEMA_TEST_SUITE to its folder.");
        using var suite = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
        var faults = new List<string>();
        foreach (var group in suite.RootElement.EnumerateArray())
        {
            var document = SchemaReader.Read(new SchemaFile("root.schema.json", group.GetProperty("schema").GetRawText()), TestContext.Current.CancellationToken);
            if (Linker.Link([document], new LinkOptions(""), TestContext.Current.CancellationToken).Diagnostics.Count > 0)
                continue;

            var evaluator = new ExampleEvaluator(new SchemaReferences([document]));
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                var value = JsonParser.Parse(test.GetProperty("data").GetRawText(), new DiagnosticBag("", ""))!;
                var valid = evaluator.Check(new SchemaPlace("root.schema.json", document.Schema!), value).Count == 0;
                if (valid != test.GetProperty("valid").GetBoolean())
                    faults.Add($"{group.GetProperty("description")} / {test.GetProperty("description")}: {(valid ? "accepted" : "refused")}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
