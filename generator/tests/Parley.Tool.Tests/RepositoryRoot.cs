namespace Parley.Tool.Tests;

/// <summary>Where the repository is: the folder above the running test that holds the solution.</summary>
internal static class RepositoryRoot
{
    private static string Root { get; } = Find();

    /// <summary>A file or folder of the repository.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Toolkit.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Toolkit.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
