using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Suite;

/// <summary>Emitted validators and readers on the official suite, draft 2020-12. An optional case that does not pass is listed by name with the reason.</summary>
public sealed class OfficialSuiteTests
{
    private static readonly string Listing = RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Suite", "optional.txt");

    public static TheoryData<string> Required => SuiteFolder.Exists ? [.. SuiteFolder.Required] : ["(none)"];

    [Theory]
    [MemberData(nameof(Required))]
    public void Every_required_case_is_decided_as_the_suite_does(string file)
    {
        Assert.SkipUnless(SuiteFolder.Exists, SuiteFolder.Missing);
        var faults = SuiteRun.Results.Required.Where(result => result.Group.File == file && result.Verdict != SuiteVerdict.Passed);

        Assert.Empty(faults.Select(static fault => $"{fault}: {fault.Reason}"));
    }

    [Fact]
    public void Optional_cases_that_do_not_pass_are_those_that_are_listed()
    {
        Assert.SkipUnless(SuiteFolder.Exists, SuiteFolder.Missing);
        var others = string.Concat(SuiteRun.Results.Optional
            .Where(static result => result.Verdict != SuiteVerdict.Passed)
            .Select(static result => $"{result.Verdict}: {result}: {result.Reason}\n"));

        if (Environment.GetEnvironmentVariable("PARLEY_UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
            File.WriteAllText(Listing, others);
        Assert.Equal(File.ReadAllText(Listing), others);
    }

    [Fact]
    public void Report_holds_every_case()
    {
        Assert.SkipUnless(SuiteFolder.Exists, SuiteFolder.Missing);
        using var report = JsonDocument.Parse(File.ReadAllBytes(ConformanceReport.Write(SuiteRun.Results)));

        foreach (var (section, results) in new[] { ("required", SuiteRun.Results.Required), ("optional", SuiteRun.Results.Optional), ("format", SuiteRun.Results.Format) })
        {
            var counts = report.RootElement.GetProperty(section);
            Assert.Equal(results.Count, new[] { "passed", "failed", "refused" }.Sum(verdict => counts.GetProperty(verdict).GetInt32()));
            Assert.NotEmpty(results);
        }
    }
}
