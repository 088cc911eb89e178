namespace Parley.Tool;

/// <summary>Folders as users name them.</summary>
internal static class FolderName
{
    /// <summary>What stands before the logical path of a file in output, so that editors and terminals find it.</summary>
    public static string Prefix(string folder) => folder.Replace('\\', '/').TrimEnd('/') + "/";
}
