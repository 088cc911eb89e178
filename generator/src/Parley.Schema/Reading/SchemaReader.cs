using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Reads one file: text to positioned JSON to subschemas with checked keywords. Never throws for what a file holds.</summary>
public static class SchemaReader
{
    /// <summary>Reads a file of any kind.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SchemaDocument Read(SchemaFile file, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var diagnostics = new DiagnosticBag(file.Path, file.Text);
        var root = JsonParser.Parse(file.Text, diagnostics);
        var kind = DocumentKinds.Classify(file.Path, root);
        var subschemas = new Dictionary<string, SchemaSyntax>(StringComparer.Ordinal);
        var schema = kind == DocumentKind.Schema && root is not null
            ? new KeywordReader(diagnostics, subschemas, cancellationToken).ReadRoot(root)
            : null;
        return new SchemaDocument(file, kind, root, schema, subschemas, diagnostics);
    }
}
