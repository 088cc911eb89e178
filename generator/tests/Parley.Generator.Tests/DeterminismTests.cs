using System.Globalization;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests;

/// <summary>Output is a function of the files' content and of nothing else. (That two runs agree, every run checks.)</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Culture_changes_nothing(string culture) =>
        Assert.Equal(GeneratorRun.Of(Library.Files).Output, GeneratorRun.Of(Library.Files, new RunOptions { Culture = new CultureInfo(culture) }).Output);

    [Fact]
    public void Cultures_differ_where_the_tests_run()
    {
        Assert.NotEqual((-1.5).ToString(CultureInfo.InvariantCulture), (-1.5).ToString(new CultureInfo("sv-SE")));
        Assert.NotEqual("id".ToUpperInvariant(), "id".ToUpper(new CultureInfo("tr-TR")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_of_files_changes_nothing(int seed)
    {
        var shuffled = Library.Files.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(GeneratorRun.Of(Library.Files).Output, GeneratorRun.Of(shuffled).Output);
    }

    [Fact]
    public void Line_ends_of_files_change_nothing()
    {
        var windows = Library.Files.Select(file => file with { Text = file.Text.Replace("\n", "\r\n", StringComparison.Ordinal) });

        Assert.Equal(GeneratorRun.Of(Library.Files).Output, GeneratorRun.Of([.. windows]).Output);
    }

    [Fact]
    public void Own_namespace_goes_before_that_of_the_project()
    {
        var run = GeneratorRun.Of(Library.Files, new RunOptions { RootNamespace = "Project", ParleyNamespace = "Contracts.V1" });

        Assert.All(run.Load().GetTypes().Where(type => type.IsPublic), type => Assert.StartsWith("Contracts.V1", type.Namespace, StringComparison.Ordinal));
    }
}
