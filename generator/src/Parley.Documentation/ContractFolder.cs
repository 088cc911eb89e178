using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Documentation;

/// <summary>A folder of contracts, read and linked: its texts with their places, and what the generator makes of them.</summary>
public sealed class ContractFolder
{
    private readonly Dictionary<string, LineMap> _lines = new(StringComparer.Ordinal);

    private ContractFolder(IReadOnlyList<SchemaDocument> documents, bool assertsFormats, CancellationToken cancellationToken)
    {
        AssertsFormats = assertsFormats;
        Links = Linker.Link(documents, new LinkOptions("", assertsFormats), cancellationToken);
        References = new SchemaReferences(documents, cancellationToken);
        // Read by their own dialects, which only all files together tell.
        Documents = [.. documents.Select(document => Document(document.File.Path))];
    }

    /// <summary>The folder's own files by path; meta-schemas that they refer to are not among them.</summary>
    public IReadOnlyList<SchemaDocument> Documents { get; }

    /// <summary>Whether <c>format</c> is an assertion in every dialect, as with the MSBuild property <c>ParleyFormatAssertion</c>.</summary>
    public bool AssertsFormats { get; }

    /// <summary>The linked models and every diagnostic that the generator would give.</summary>
    public LinkResult Links { get; }

    /// <summary>The roots of those of <see cref="Documents"/> that are schemas without fault.</summary>
    public IEnumerable<SchemaPlace> Schemas =>
        from schema in Links.Schemas
        join document in Documents on schema.Path equals document.File.Path
        select new SchemaPlace(schema.Path, document.Schema!);

    /// <summary>Where references lead.</summary>
    public SchemaReferences References { get; }

    /// <summary>The diagnostics that stop the generator.</summary>
    public IEnumerable<SchemaDiagnostic> Errors => Links.Diagnostics.Where(static diagnostic => diagnostic.Rule.Severity == RuleSeverity.Error);

    /// <summary>Reads every <c>*.json</c> below a folder.</summary>
    /// <param name="folder">The folder that logical paths are relative to.</param>
    /// <param name="progress">Is told how many files were read, of how many; null when nobody watches.</param>
    /// <param name="assertsFormats">Whether <c>format</c> is an assertion in every dialect.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="InputException">The folder does not exist, cannot be read, or holds no contract.</exception>
    public static ContractFolder Load(string folder, IProgress<(int Done, int Total)>? progress = null, bool assertsFormats = false, CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(folder);
        if (File.Exists(root))
            throw new InputException($"'{folder}' is a file; name the folder that holds the contracts.");
        if (!Directory.Exists(root))
            throw new InputException($"There is no folder '{folder}'.");

        try
        {
            var paths = Directory.GetFiles(root, "*.json", SearchOption.AllDirectories);
            var files = new List<SchemaFile>(paths.Length);
            foreach (var path in paths)
            {
                files.Add(new SchemaFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)));
                progress?.Report((files.Count, paths.Length));
            }

            return Of(files, folder, assertsFormats, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{folder}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads texts that are in memory already.</summary>
    /// <param name="files">The files, in any order, each path once.</param>
    /// <param name="name">What to call them in messages.</param>
    /// <param name="assertsFormats">Whether <c>format</c> is an assertion in every dialect.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="InputException">No contract is among them.</exception>
    public static ContractFolder Of(IEnumerable<SchemaFile> files, string name, bool assertsFormats = false, CancellationToken cancellationToken = default)
    {
        var documents = files
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(file => SchemaReader.Read(file, cancellationToken))
            .ToList();
        if (!documents.Any(static document => document.Kind == DocumentKind.Manifest))
            throw new InputException($"'{name}' holds no contract: no file below it ends with '.contract.json'.");
        return new ContractFolder(documents, assertsFormats, cancellationToken);
    }

    /// <summary>The file at a logical path.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public SchemaDocument Document(string path) => References.FindDocument(path) ?? throw new KeyNotFoundException($"There is no file '{path}'.");

    /// <summary>Where a token stands, for a reader: line and column from 1.</summary>
    public SourcePlace PlaceOf(string path, JsonSpan span)
    {
        if (!_lines.TryGetValue(path, out var lines))
            _lines.Add(path, lines = new LineMap(Document(path).File.Text));
        var start = lines.PositionOf(span.Start);
        var end = lines.PositionOf(span.End);
        return new SourcePlace(path, start.Line + 1, start.Column + 1, end.Line + 1, end.Column + 1);
    }
}
