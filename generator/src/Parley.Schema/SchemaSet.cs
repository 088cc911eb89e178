using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Schema;

/// <summary>Reads and links files in one call, for tools and tests.</summary>
public static class SchemaSet
{
    /// <summary>Reads and links.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="rootNamespace">Namespace of the root folder's types.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static LinkResult Load(IEnumerable<SchemaFile> files, string rootNamespace = "", CancellationToken cancellationToken = default) =>
        Linker.Link(files.Select(file => SchemaReader.Read(file, cancellationToken)), new LinkOptions(rootNamespace), cancellationToken);

    /// <summary>Reads and links every <c>*.json</c> file below a folder.</summary>
    /// <param name="folder">The folder that logical paths are relative to.</param>
    /// <param name="rootNamespace">Namespace of the root folder's types.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static LinkResult LoadFolder(string folder, string rootNamespace = "", CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(folder);
        return Load(
            Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Select(path => new SchemaFile(
                path.Substring(root.Length).TrimStart('/', '\\').Replace('\\', '/'), File.ReadAllText(path))),
            rootNamespace,
            cancellationToken);
    }
}
