using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Naming;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>The input files, sorted by path and found by it; behind them the known schemas that they refer to.</summary>
internal sealed class FileSet
{
    private readonly Dictionary<string, LinkedFile> _byPath = new(StringComparer.Ordinal);
    private readonly List<LinkedFile> _doubled = [];
    private readonly string _rootNamespace;

    public FileSet(IEnumerable<SchemaDocument> documents, string rootNamespace)
    {
        var sorted = new List<SchemaDocument>(documents);
        // The texts decide between equal paths, so that the order of the input never does.
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.File.Path, b.File.Path) is var order && order != 0
            ? order
            : string.CompareOrdinal(a.File.Text, b.File.Text));

        _rootNamespace = Identifiers.Namespace(rootNamespace);
        foreach (var document in sorted)
        {
            if (_byPath.ContainsKey(document.File.Path))
            {
                var doubled = new LinkedFile(document, _rootNamespace);
                doubled.Diagnostics.Add(SchemaRules.DuplicatePath, new JsonSpan(0, 0), doubled.Path);
                _doubled.Add(doubled);
            }
            else
            {
                Add(document);
            }
        }
    }

    /// <summary>Files by path; of two with one path only the first.</summary>
    public List<LinkedFile> Files { get; } = [];

    /// <summary>The schema files.</summary>
    public IEnumerable<LinkedFile> Schemas => Files.Where(static file => file.Document.Kind == DocumentKind.Schema);

    /// <summary>Every file that may hold diagnostics.</summary>
    public IEnumerable<LinkedFile> All => Files.Concat(_doubled);

    public LinkedFile? FindPath(string path) => _byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>Adds a file behind the others; it takes the place of none.</summary>
    public LinkedFile Add(SchemaDocument document)
    {
        var file = new LinkedFile(document, _rootNamespace);
        if (!_byPath.ContainsKey(file.Path))
            _byPath.Add(file.Path, file);
        Files.Add(file);
        return file;
    }
}
