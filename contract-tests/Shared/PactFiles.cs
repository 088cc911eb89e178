namespace ContactCenter.ContractTests;

/// <summary>Where the consumer's tests leave the pacts and the provider's tests find them.</summary>
internal static class PactFiles
{
    /// <summary>Environment variable that names another folder than <c>artifacts/pacts</c>.</summary>
    public const string FolderVariable = "PARLEY_PACTS";

    /// <summary>The folder.</summary>
    public static DirectoryInfo Folder { get; } = new(
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : Path.Combine(RepositoryRoot(), "artifacts", "pacts"));

    /// <summary>The pact between the desktop and the contact center.</summary>
    public static FileInfo Pact { get; } = new(Path.Combine(Folder.FullName, $"{Parties.AgentDesktop}-{Parties.ContactCenter}.json"));

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Toolkit.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Toolkit.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
