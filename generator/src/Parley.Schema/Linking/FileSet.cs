using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Naming;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>The input files, sorted by path and found by path and <c>$id</c>.</summary>
internal sealed class FileSet
{
    private readonly Dictionary<string, LinkedFile> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedFile> _byId = new(StringComparer.Ordinal);
    private readonly List<LinkedFile> _doubled = [];

    public FileSet(IEnumerable<SchemaDocument> documents, string rootNamespace)
    {
        var sorted = new List<SchemaDocument>(documents);
        // The texts decide between equal paths, so that the order of the input never does.
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.File.Path, b.File.Path) is var order && order != 0
            ? order
            : string.CompareOrdinal(a.File.Text, b.File.Text));

        var root = Identifiers.Namespace(rootNamespace);
        foreach (var document in sorted)
        {
            var file = new LinkedFile(document, root);
            if (_byPath.ContainsKey(file.Path))
            {
                file.Diagnostics.Add(SchemaRules.DuplicatePath, new JsonSpan(0, 0), file.Path);
                _doubled.Add(file);
                continue;
            }

            _byPath.Add(file.Path, file);
            Files.Add(file);
            AddId(file);
        }
    }

    /// <summary>Files by path; of two with one path only the first.</summary>
    public List<LinkedFile> Files { get; } = [];

    /// <summary>The schema files.</summary>
    public IEnumerable<LinkedFile> Schemas => Files.Where(static file => file.Document.Kind == DocumentKind.Schema);

    /// <summary>Every file that may hold diagnostics.</summary>
    public IEnumerable<LinkedFile> All => Files.Concat(_doubled);

    public LinkedFile? FindPath(string path) => _byPath.TryGetValue(path, out var file) ? file : null;

    public LinkedFile? FindId(string id) => _byId.TryGetValue(id, out var file) ? file : null;

    private void AddId(LinkedFile file)
    {
        if (file.Id is null)
            return;
        if (_byId.TryGetValue(file.Id, out var holder))
            file.Diagnostics.Add(SchemaRules.DuplicateId, file.IdSpan, file.Id, holder.Path);
        else
            _byId.Add(file.Id, file);
    }
}
