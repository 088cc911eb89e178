using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Parley.Schema.Reading;

namespace Parley.Generator.Input;

/// <summary>An input file with its place on disk. Compared by content, so that saving without a change stops here.</summary>
/// <param name="Schema">Logical path, text and URI.</param>
/// <param name="FilePath">The path as the compiler got it.</param>
internal sealed record InputFile(SchemaFile Schema, string FilePath)
{
    private const string PathMetadata = "build_metadata.AdditionalFiles.ParleyPath";
    private const string UriMetadata = "build_metadata.AdditionalFiles.ParleyUri";

    /// <summary>The file when it is one of ours, that is, has a logical path; else null.</summary>
    public static InputFile? Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var metadata = options.GetOptions(file);
        if (!metadata.TryGetValue(PathMetadata, out var path) || path.Length == 0 || file.GetText(cancellationToken) is not { } text)
            return null;

        return new InputFile(new SchemaFile(Logical(path), text.ToString(), metadata.TryGetValue(UriMetadata, out var uri) && uri.Length > 0 ? uri : null), file.Path);
    }

    // A path that leads out of the project says nothing about folders of schemas.
    private static string Logical(string path)
    {
        var slashed = path.Replace('\\', '/');
        var isOutside = slashed.StartsWith("../", StringComparison.Ordinal) || slashed.StartsWith("/", StringComparison.Ordinal) || slashed.IndexOf(':') >= 0;
        return isOutside ? slashed.Substring(slashed.LastIndexOf('/') + 1) : slashed;
    }
}
