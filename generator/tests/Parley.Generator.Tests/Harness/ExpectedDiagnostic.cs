using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Parley.Generator.Tests.Harness;

/// <summary>A diagnostic at its place.</summary>
/// <param name="Id">Such as <c>PAR1001</c>.</param>
/// <param name="Path">Logical path of the file.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
internal sealed record ExpectedDiagnostic(string Id, string Path, int Line, int Column)
{
    public static implicit operator ExpectedDiagnostic((string Id, string Path, int Line, int Column) place) =>
        new(place.Id, place.Path, place.Line, place.Column);

    /// <summary>The place of a reported diagnostic.</summary>
    public static ExpectedDiagnostic Of(Diagnostic diagnostic, IEnumerable<InputFile> files)
    {
        var span = diagnostic.Location.GetLineSpan();
        var path = files.FirstOrDefault(file => file.FullPath == span.Path)?.Path ?? (span.Path is { Length: > 0 } ? span.Path : "(nowhere)");
        return new(diagnostic.Id, path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    /// <summary>As it is written in a test.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"(\"{Id}\", \"{Path}\", {Line}, {Column})");
}
