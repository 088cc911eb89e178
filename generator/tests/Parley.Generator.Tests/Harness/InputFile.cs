namespace Parley.Generator.Tests.Harness;

/// <summary>A schema, envelope file or manifest that a run is given.</summary>
/// <param name="Path">Logical path with <c>/</c>, such as <c>chat/accept.schema.json</c>: the item's <c>ParleyPath</c>.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Uri">The item's <c>ParleyUri</c>; null when it has none.</param>
internal sealed record InputFile(string Path, string Text, string? Uri = null)
{
    private const string Folder = "/app/schemas/";

    /// <summary>Where the file is in the imagined project: what a compiler prints before line and column.</summary>
    public string FullPath => Folder + Path;

    /// <summary>Every <c>*.json</c> file below a folder of the repository, by path.</summary>
    public static InputFile[] AllIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => new InputFile(System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];
}
