using Parley.Documentation.Output;

namespace Parley.Documentation.Tests.Output;

public sealed class OutputFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-output-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_written_does_not_differ()
    {
        var output = new OutputFolder(_folder.FullName);
        OutputFile[] files = [new("a.json", "ä\n"), new("markdown/b.md", "b\n")];

        output.Write(files);

        Assert.Empty(output.Compare(files));
        Assert.Equal(["a.json", "markdown"], Directory.GetFileSystemEntries(_folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Missing_changed_and_stale_files_are_drift()
    {
        var output = new OutputFolder(_folder.FullName);
        output.Write([new("same.json", "1\n"), new("changed.json", "1\n"), new("markdown/stale.md", "1\n")]);

        var drift = output.Compare([new("same.json", "1\n"), new("changed.json", "2\n"), new("missing.json", "1\n")]);

        Assert.Equal([("changed.json", "changed"), ("markdown/stale.md", "stale"), ("missing.json", "missing")], drift);
    }

    [Fact]
    public void Pages_that_are_no_longer_written_are_deleted_and_nothing_else()
    {
        var output = new OutputFolder(_folder.FullName);
        output.Write([new("markdown/old.md", "1\n")]);
        File.WriteAllText(Path.Combine(_folder.FullName, "mine.md"), "mine");

        output.Write([new("markdown/new.md", "1\n")]);

        Assert.Equal(["markdown/new.md", "mine.md"], Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_folder.FullName, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void When_one_file_cannot_be_written_none_is()
    {
        var output = new OutputFolder(_folder.FullName);
        output.Write([new("a.json", "old\n")]);
        // The last one would have to be a folder and a file at once.
        OutputFile[] files = [new("a.json", "new\n"), new("b/c.json", "x\n"), new("b", "x\n")];

        Assert.Throws<InputException>(() => output.Write(files));

        Assert.Equal("old\n", File.ReadAllText(Path.Combine(_folder.FullName, "a.json")));
        Assert.Equal(["a.json"], Directory.GetFileSystemEntries(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void When_a_folder_has_the_name_of_a_file_none_is_written()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "a.json"), "old\n");
        _folder.CreateSubdirectory("b.json");

        var error = Assert.Throws<InputException>(() => new OutputFolder(_folder.FullName).Write([new("a.json", "new\n"), new("b.json", "new\n")]));

        Assert.EndsWith("cannot be written: 'b.json' in it is a folder.", error.Message, StringComparison.Ordinal);
        Assert.Equal("old\n", File.ReadAllText(Path.Combine(_folder.FullName, "a.json")));
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");

        var error = Assert.Throws<InputException>(() => new OutputFolder(file));

        Assert.Contains("is a file", error.Message, StringComparison.Ordinal);
    }
}
