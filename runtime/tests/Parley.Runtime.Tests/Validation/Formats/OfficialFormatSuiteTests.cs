using System.Text;
using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Tests.Validation.Formats;

/// <summary>Every string of the official suite's <c>optional/format</c>, draft 2020-12, put to the format itself.</summary>
public sealed class OfficialFormatSuiteTests
{
    private const string Missing = "The JSON Schema Test Suite is not here; set JSON_SCHEMA_TEST_SUITE to its folder.";

    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE") ?? RepositoryRoot.Path("..", "shared", "json-schema-test-suite"), "tests", "draft2020-12", "optional", "format");

    public static TheoryData<string> Files =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : ["(none)"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_format_decides_as_the_suite_does(string file)
    {
        Assert.SkipUnless(Directory.Exists(Folder), Missing);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
        var strings = (
            from item in document.RootElement.EnumerateArray()
            let format = StringFormatNames.Find(item.GetProperty("schema").GetProperty("format").GetString()!)
            where format is not null
            from test in item.GetProperty("tests").EnumerateArray()
            where test.GetProperty("data").ValueKind == JsonValueKind.String
            select (Format: format, Text: test.GetProperty("data").GetString()!, Valid: test.GetProperty("valid").GetBoolean())).ToList();

        var wrong = strings.Where(static test => test.Format.IsMatch(Encoding.UTF8.GetBytes(test.Text)) != test.Valid).Select(static test => $"{test.Text}: {test.Valid}");

        Assert.Equal(file == "unknown.json", strings.Count == 0);
        Assert.Empty(wrong);
    }
}
