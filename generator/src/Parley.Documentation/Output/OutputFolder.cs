using System.Text;

namespace Parley.Documentation.Output;

/// <summary>The folder that documents are written to.</summary>
public sealed class OutputFolder
{
    /// <summary>The folder for pages that this program alone writes: a page there that is no longer written is deleted.</summary>
    public const string Pages = "markdown";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _name;
    private readonly string _root;

    /// <summary>A folder, which need not exist.</summary>
    /// <exception cref="InputException">It is a file.</exception>
    public OutputFolder(string folder)
    {
        _name = folder;
        _root = Path.GetFullPath(folder);
        if (File.Exists(_root))
            throw new InputException($"'{folder}' is a file; name a folder to write to.");
    }

    /// <summary>
    /// Writes all files or none: everything is written beside its place first and then moved there, so that a full disk or a missing permission leaves the folder as it was.
    /// </summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public void Write(IReadOnlyList<OutputFile> files)
    {
        try
        {
            Directory.CreateDirectory(_root);
            var staging = Path.Combine(_root, ".parley-" + Path.GetRandomFileName());
            try
            {
                foreach (var file in files)
                {
                    var path = Combine(staging, file.Path);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllText(path, file.Text, Utf8);
                }

                foreach (var file in files)
                    Directory.CreateDirectory(Path.GetDirectoryName(Combine(_root, file.Path))!);
                // Found out while moving, it would leave the files before it moved.
                if (files.FirstOrDefault(file => Directory.Exists(Combine(_root, file.Path))) is { } taken)
                    throw new InputException($"'{_name}' cannot be written: '{taken.Path}' in it is a folder.");
                foreach (var file in files)
                    File.Move(Combine(staging, file.Path), Combine(_root, file.Path), overwrite: true);
                foreach (var stale in Stale(files))
                    File.Delete(Combine(_root, stale));
            }
            finally
            {
                if (Directory.Exists(staging))
                    Directory.Delete(staging, recursive: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{_name}' cannot be written: {error.Message}", error);
        }
    }

    /// <summary>What differs from files that would be written now: <c>missing</c>, <c>changed</c> or <c>stale</c>, by path.</summary>
    /// <exception cref="InputException">The folder cannot be read.</exception>
    public IReadOnlyList<(string Path, string Drift)> Compare(IReadOnlyList<OutputFile> files)
    {
        try
        {
            var drift = Stale(files).Select(static path => (path, "stale")).ToList();
            foreach (var file in files)
            {
                var path = Combine(_root, file.Path);
                if (!File.Exists(path))
                    drift.Add((file.Path, "missing"));
                else if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(Utf8.GetBytes(file.Text)))
                    drift.Add((file.Path, "changed"));
            }

            drift.Sort(static (a, b) => string.CompareOrdinal(a.path, b.path));
            return drift;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{_name}' cannot be read: {error.Message}", error);
        }
    }

    private IEnumerable<string> Stale(IReadOnlyList<OutputFile> files)
    {
        var pages = Combine(_root, Pages);
        if (!Directory.Exists(pages))
            return [];
        var written = files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        return Directory.GetFiles(pages, "*.md").Select(path => Pages + "/" + Path.GetFileName(path)).Where(path => !written.Contains(path));
    }

    private static string Combine(string root, string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
}
