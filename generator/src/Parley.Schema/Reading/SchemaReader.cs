using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Reads one file: text to positioned JSON to subschemas with checked keywords. Never throws for what a file holds.</summary>
public static class SchemaReader
{
    private static readonly Dictionary<string, Vocabularies> NoDialects = [];

    /// <summary>Reads a file of any kind.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SchemaDocument Read(SchemaFile file, CancellationToken cancellationToken = default) => Read(file, NoDialects, cancellationToken);

    /// <summary>Reads a file by dialects of its own.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dialects">The vocabularies of the dialects that <c>$schema</c> may name, beside 2020-12 itself.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static SchemaDocument Read(SchemaFile file, IReadOnlyDictionary<string, Vocabularies> dialects, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var diagnostics = new DiagnosticBag(file.Path, file.Text);
        var root = JsonParser.Parse(file.Text, diagnostics);
        var kind = DocumentKinds.Classify(file, root);
        var subschemas = new Dictionary<string, SchemaSyntax>(StringComparer.Ordinal);
        var reader = new KeywordReader(diagnostics, subschemas, dialects, cancellationToken);
        var schema = kind == DocumentKind.Schema && root is not null ? reader.ReadRoot(root) : null;
        return new SchemaDocument(file, kind, root, schema, subschemas, reader.ForeignDialects, diagnostics);
    }
}
