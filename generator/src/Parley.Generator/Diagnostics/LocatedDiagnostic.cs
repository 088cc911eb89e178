using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Parley.Schema.Diagnostics;

namespace Parley.Generator.Diagnostics;

/// <summary>A broken rule and the file on disk that breaks it; becomes a compiler diagnostic only at the very end, because one with a location must not be kept.</summary>
/// <param name="Diagnostic">The broken rule.</param>
/// <param name="FilePath">The path as the compiler got it.</param>
internal sealed record LocatedDiagnostic(SchemaDiagnostic Diagnostic, string FilePath)
{
    public Diagnostic ToDiagnostic() => Microsoft.CodeAnalysis.Diagnostic.Create(
        DiagnosticDescriptors.Get(Diagnostic.Id),
        Location.Create(
            FilePath,
            new TextSpan(Diagnostic.Offset, Diagnostic.Length),
            new LinePositionSpan(new LinePosition(Diagnostic.Start.Line, Diagnostic.Start.Column), new LinePosition(Diagnostic.End.Line, Diagnostic.End.Column))),
        [.. Diagnostic.Arguments]);
}
