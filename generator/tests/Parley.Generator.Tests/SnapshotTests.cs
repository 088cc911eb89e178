using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests;

/// <summary>What the generator writes, kept under <c>Snapshots/</c> for people to read: a change of output is a change of those files.</summary>
public sealed class SnapshotTests
{
    private static readonly string Folder = RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Snapshots");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_is_the_snapshot(string name)
    {
        var snapshot = new SnapshotFolder(Path.Combine(Folder, name));
        var run = GeneratorRun.Of(snapshot.Input);

        if (Environment.GetEnvironmentVariable("PARLEY_UPDATE_SNAPSHOTS") == "1")
            snapshot.Update(run.Output, Environment.GetEnvironmentVariable);
        else
            snapshot.Compare(run.Output);
    }

    [Fact]
    public void The_contract_is_that_of_the_read_me()
    {
        var readme = File.ReadAllText(RepositoryRoot.Path("README.md"));

        foreach (var file in new SnapshotFolder(Path.Combine(Folder, "ReadmeContract")).Input)
            Assert.Contains($"**`schemas/{file.Path}`**\n```json\n{file.Text}```\n", readme, StringComparison.Ordinal);
    }
}
