using System.Collections.Immutable;
using Parley.Generator.Diagnostics;
using Parley.Schema.Diagnostics;
using Parley.Schema.Model;

namespace Parley.Generator.Input;

/// <summary>Where the compiler has a file.</summary>
/// <param name="Path">Logical path.</param>
/// <param name="FilePath">The path as the compiler got it.</param>
internal sealed record FilePlace(string Path, string FilePath);

/// <summary>Where the compiler has the files, in order of logical path.</summary>
/// <param name="Places">The places.</param>
internal sealed record FilePlaces(EquatableArray<FilePlace> Places)
{
    public static FilePlaces Of(ImmutableArray<FilePlace> places) =>
        new(new EquatableArray<FilePlace>(places.OrderBy(static place => place.Path, StringComparer.Ordinal).ThenBy(static place => place.FilePath, StringComparer.Ordinal)));

    /// <summary>Each diagnostic with its file on disk; of two files with one logical path the first.</summary>
    public IEnumerable<LocatedDiagnostic> Locate(EquatableArray<SchemaDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var place = Places.FirstOrDefault(place => string.Equals(place.Path, diagnostic.Path, StringComparison.Ordinal));
            yield return new LocatedDiagnostic(diagnostic, place?.FilePath ?? diagnostic.Path);
        }
    }
}
