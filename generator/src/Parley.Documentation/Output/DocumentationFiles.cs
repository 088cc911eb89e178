using Parley.Documentation.AsyncApi;
using Parley.Documentation.Html;
using Parley.Documentation.Markdown;
using Parley.Documentation.Model;
using Parley.Documentation.OpenApi;

namespace Parley.Documentation.Output;

/// <summary>All documents of a model.</summary>
public static class DocumentationFiles
{
    /// <summary>Writes them with the defaults of <see cref="ReferenceOptions"/>.</summary>
    /// <inheritdoc cref="Write(DocumentationModel, ReferenceOptions, CancellationToken)"/>
    public static IReadOnlyList<OutputFile> Write(DocumentationModel model, CancellationToken cancellationToken = default) =>
        Write(model, new ReferenceOptions(), cancellationToken);

    /// <summary>Writes them, by path. The same model gives the same bytes on every machine.</summary>
    /// <param name="model">The contracts.</param>
    /// <param name="options">What only <c>reference.html</c> shows.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyList<OutputFile> Write(DocumentationModel model, ReferenceOptions options, CancellationToken cancellationToken = default)
    {
        var files = new List<OutputFile>();
        foreach (var write in Documents(options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.AddRange(write(model));
        }

        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static IEnumerable<Func<DocumentationModel, IEnumerable<OutputFile>>> Documents(ReferenceOptions options) =>
    [
        static model => [new OutputFile("openapi.json", OpenApiWriter.Write(model))],
        static model => [new OutputFile("openapi.docs.json", OpenApiWriter.WriteView(model))],
        static model => [new OutputFile("asyncapi.json", AsyncApiWriter.Write(model))],
        MarkdownWriter.Write,
        model => [new OutputFile("reference.html", ReferencePage.Write(model, options))],
    ];
}
