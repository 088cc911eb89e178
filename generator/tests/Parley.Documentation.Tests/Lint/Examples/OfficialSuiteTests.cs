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

    public static TheoryData<string> Formats => Directory.Exists(Folder)
        ? [.. StringFormats.All.Select(format => $"optional/format/{format}.json").Where(file => File.Exists(Path.Combine(Folder, file)))]
        : ["(none)"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Values_are_judged_as_the_suite_judges_them(string file) => Judge(file, assertsFormats: false);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Formats_are_judged_as_the_suite_judges_them_where_they_are_asserted(string file) => Judge(file, assertsFormats: true);

    private static void Judge(string file, bool assertsFormats)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The JSON Schema Test Suite is not here; set JSON_SCHEMA_TEST_SUITE to its folder.");
        using var suite = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
        var faults = new List<string>();
        foreach (var group in suite.RootElement.EnumerateArray())
        {
            if (Read(group) is not { } document)
                continue;

            var evaluator = new ExampleEvaluator(new SchemaReferences([document]), assertsFormats);
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

    [Fact]
    public void Nearly_all_schemas_of_the_suite_are_asked_about()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The JSON Schema Test Suite is not here; set JSON_SCHEMA_TEST_SUITE to its folder.");
        var asked = 0;
        var all = 0;
        foreach (var file in Files)
        {
            using var suite = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
            all += suite.RootElement.GetArrayLength();
            asked += suite.RootElement.EnumerateArray().Count(group => Read(group) is not null);
        }

        // The others refer to files that the suite serves from a server.
        Assert.InRange(asked, all - 40, all);
    }

    // Null when the schema is refused.
    private static SchemaDocument? Read(JsonElement group)
    {
        var document = SchemaReader.Read(new SchemaFile("root.schema.json", group.GetProperty("schema").GetRawText()), TestContext.Current.CancellationToken);
        return Linker.Link([document], new LinkOptions(""), TestContext.Current.CancellationToken).Diagnostics.Count > 0 ? null : document;
    }
}
