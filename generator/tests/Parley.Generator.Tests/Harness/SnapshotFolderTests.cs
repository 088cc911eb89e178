namespace Parley.Generator.Tests.Harness;

/// <summary>The snapshots' own mechanism.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private static readonly Dictionary<string, string> Received = new() { ["A.g.cs"] = "one\ntwo\n", ["chat/B.g.cs"] = "three\n" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-snapshots-");
    private readonly SnapshotFolder _snapshot;

    public SnapshotFolderTests()
    {
        _snapshot = new SnapshotFolder(_folder.FullName);
        _snapshot.Update(Received, _ => null);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_accepted_passes() => _snapshot.Compare(Received);

    [Fact]
    public void A_file_that_is_not_emitted_any_more_fails()
    {
        var exception = Assert.Throws<SnapshotException>(() => _snapshot.Compare(Without("A.g.cs")));

        Assert.Contains("A.g.cs was expected and not emitted", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_nobody_expected_fails()
    {
        var exception = Assert.Throws<SnapshotException>(() => _snapshot.Compare(new Dictionary<string, string>(Received) { ["C.g.cs"] = "" }));

        Assert.Contains("C.g.cs was emitted and not expected", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_file_fails_with_its_first_line_that_differs_and_is_written_beside()
    {
        var exception = Assert.Throws<SnapshotException>(() => _snapshot.Compare(new Dictionary<string, string>(Received) { ["A.g.cs"] = "one\n2\n" }));

        Assert.Contains("A.g.cs(2) differs\n  expected: two\n  actual:   2", exception.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\n", File.ReadAllText(InOutput("A.g.received.cs")));
    }

    [Fact]
    public void A_changed_line_end_fails() =>
        Assert.Throws<SnapshotException>(() => _snapshot.Compare(new Dictionary<string, string>(Received) { ["A.g.cs"] = "one\r\ntwo\n" }));

    [Fact]
    public void A_missing_line_end_at_the_end_fails() =>
        Assert.Throws<SnapshotException>(() => _snapshot.Compare(new Dictionary<string, string>(Received) { ["A.g.cs"] = "one\ntwo" }));

    [Fact]
    public void What_was_received_before_is_cleared_away_once_it_passes()
    {
        Assert.Throws<SnapshotException>(() => _snapshot.Compare(new Dictionary<string, string>(Received) { ["A.g.cs"] = "one\n2\n" }));

        _snapshot.Compare(Received);

        Assert.False(File.Exists(InOutput("A.g.received.cs")));
    }

    [Fact]
    public void An_update_deletes_files_that_are_gone()
    {
        _snapshot.Update(Without("chat/B.g.cs"), _ => null);

        Assert.Equal(["A.g.cs"], Directory.GetFiles(Path.Combine(_folder.FullName, "output"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void An_update_is_refused_in_continuous_integration()
    {
        Assert.Throws<InvalidOperationException>(() => _snapshot.Update(Without("A.g.cs"), name => name == "CI" ? "true" : null));

        Assert.True(File.Exists(InOutput("A.g.cs")));
    }

    private static Dictionary<string, string> Without(string name) => Received.Where(file => file.Key != name).ToDictionary();

    private string InOutput(string name) => Path.Combine(_folder.FullName, "output", name);
}
