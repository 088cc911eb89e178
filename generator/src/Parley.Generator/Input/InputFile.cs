using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Parley.Schema.Reading;

namespace Parley.Generator.Input;

/// <summary>An input file with its place on disk. Compared by content, so that saving without a change stops here.</summary>
/// <param name="Schema">Logical path and text.</param>
/// <param name="FilePath">The path as the compiler got it.</param>
internal sealed record InputFile(SchemaFile Schema, string FilePath)
{
    private const string PathMetadata = "build_metadata.AdditionalFiles.ParleyPath";

    /// <summary>The file when it is one of ours, that is, has a logical path; else null.</summary>
    public static InputFile? Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        if (!options.GetOptions(file).TryGetValue(PathMetadata, out var path) || path.Length == 0 || file.GetText(cancellationToken) is not { } text)
            return null;

        return new InputFile(new SchemaFile(Logical(path), text.ToString()), file.Path);
    }

    // A path that leads out of the project says nothing about folders of schemas.
    private static string Logical(string path)
    {
        var slashed = path.Replace('\\', '/');
        var isOutside = slashed.StartsWith("../", StringComparison.Ordinal) || slashed.StartsWith("/", StringComparison.Ordinal) || slashed.IndexOf(':') >= 0;
        return isOutside ? slashed.Substring(slashed.LastIndexOf('/') + 1) : slashed;
    }
}
