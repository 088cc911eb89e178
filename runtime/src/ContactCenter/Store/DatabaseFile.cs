namespace ContactCenter.Store;

/// <summary>The database file: where it really is, and who may read it.</summary>
internal static class DatabaseFile
{
    private const int MostLinks = 40;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The absolute path without symbolic links, so that a file has one name: what is locked is the file, not one of its names.</summary>
    /// <exception cref="IOException">Links lead to each other.</exception>
    public static string Resolve(string path) => Resolve(Path.GetFullPath(path), MostLinks);

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

    private static string Resolve(string path, int links)
    {
        if (links == 0)
            throw new IOException($"Too many symbolic links lead to {path}.");
        var resolved = Path.GetPathRoot(path)!;
        foreach (var name in path[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(resolved, name);
            // The target may stand in a folder that is a link itself.
            resolved = new FileInfo(next).LinkTarget is { } target ? Resolve(Path.GetFullPath(target, resolved), links - 1) : next;
        }

        return resolved;
    }
}
