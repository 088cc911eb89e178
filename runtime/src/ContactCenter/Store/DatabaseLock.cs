namespace ContactCenter.Store;

/// <summary>
/// Keeps a second process away from a database file: the file beside it, <c>NAME.lock</c>, is held open exclusively. The operating system releases it
/// with the process, however that ends.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="databasePath">The database file.</param>
    /// <exception cref="InvalidOperationException">Another process has it.</exception>
    /// <exception cref="IOException">The file cannot be made or opened for another reason: no such folder, a full disk.</exception>
    public static DatabaseLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new DatabaseLock(DatabaseFile.Open(path, FileShare.None));
        }
        catch (IOException exception) when (IsInUse(exception))
        {
            throw new InvalidOperationException(
                $"The database {databasePath} is in use by another process ({path} is locked). Stop that process or choose another database.", exception);
        }
    }

    // A violation of sharing: errno EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION or ERROR_LOCK_VIOLATION on Windows.
    private static bool IsInUse(IOException exception) =>
        exception.HResult == (OperatingSystem.IsMacOS() ? 35 : 11) || exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
