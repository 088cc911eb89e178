using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Suite;

/// <summary>Emitted validators and readers on the official suite, draft 2020-12. A schema that is refused at build time is listed by name with the reason.</summary>
public sealed class OfficialSuiteTests
{
    private static readonly string Listing = RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Suite", "refused.txt");

    public static TheoryData<string> Files => SuiteFolder.Files.Count > 0 ? [.. SuiteFolder.Files] : ["(none)"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Emitted_code_decides_as_the_suite_does(string file)
    {
        Assert.SkipUnless(SuiteFolder.Files.Count > 0, SuiteFolder.Missing);
        var groups = SuiteFolder.Groups(file).Where(static group => group.TypeName is not null).ToArray();
        if (groups.Length == 0)
            return;

        // One compilation for all groups of a file.
        var assembly = GeneratorRun.Of([.. groups.Select(static group => group.Input)]).Load();
        var faults = new List<string>();
        foreach (var group in groups)
        {
            var type = LiveType.Of(assembly, group.TypeName!);
            foreach (var test in group.Tests)
            {
                if (Record.Exception(() => Decide(type, test)) is { } fault)
                    faults.Add($"{group.Description} / {test.Description}: {fault.Message}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Refused_schemas_of_the_suite_are_those_that_are_listed()
    {
        Assert.SkipUnless(SuiteFolder.Files.Count > 0, SuiteFolder.Missing);
        var refused = string.Concat(
            from file in SuiteFolder.Files
            from @group in SuiteFolder.Groups(file)
            where @group.TypeName is null
            select $"{file}: {@group.Description}: {@group.Reason}\n");

        if (Environment.GetEnvironmentVariable("PARLEY_UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
            File.WriteAllText(Listing, refused);
        Assert.Equal(File.ReadAllText(Listing), refused);
    }

    private static void Decide(LiveType type, SuiteTest test)
    {
        if (test.Valid)
            type.Accepts(test.Data);
        else
            type.Refuses(test.Data);
    }
}
