using ContactCenter.Store;

namespace ContactCenter.Tests.Store;

public sealed class DatabaseFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contact-center-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nobody_but_the_owner_reads_a_new_database()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix permissions.");
            return;
        }

        var path = Path.Combine(_folder, "new", "x.db");
        await using var store = new SqliteContactCenterStore(path, TimeProvider.System);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
        var files = Directory.GetFiles(Path.GetDirectoryName(path)!);
        Assert.Contains(path + "-wal", files);
        foreach (var file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_second_process_is_refused_by_whatever_link_it_comes()
    {
        var real = Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName;
        await using var store = new SqliteContactCenterStore(Path.Combine(real, "x.db"), TimeProvider.System);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "folder"), "real");
        File.CreateSymbolicLink(Path.Combine(_folder, "file.db"), Path.Combine("folder", "x.db"));
        File.CreateSymbolicLink(Path.Combine(_folder, "again.db"), "file.db");
        foreach (var name in new[] { Path.Combine("folder", "x.db"), "file.db", "again.db" })
        {
            var exception = Assert.Throws<InvalidOperationException>(
                () => new SqliteContactCenterStore(Path.Combine(_folder, name), TimeProvider.System));
            Assert.Contains("in use by another process", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Links_that_lead_to_each_other_are_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(_folder, "b"), "a");
        Assert.Throws<IOException>(() => DatabaseFile.Resolve(Path.Combine(_folder, "a")));
    }
}
