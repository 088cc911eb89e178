namespace ContactCenter.Store;

/// <summary>The database file: where it really is, and who may read it.</summary>
internal static class DatabaseFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder of the file unless it exists; on Unix for its owner only.</summary>
    /// <param name="path">Absolute path of the file.</param>
    public static void CreateFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Makes the file unless it exists; on Unix for its owner only, and SQLite gives its log and its index the same permissions. What exists keeps its own.</summary>
    /// <param name="path">Absolute path.</param>
    public static void Create(string path) => Open(path, FileShare.ReadWrite).Dispose();

    /// <summary>Opens a file to read and write; one that does not exist is made, on Unix for its owner only.</summary>
    public static FileStream Open(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }
}
