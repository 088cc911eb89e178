using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Parley.Generator.Tests.Harness;

/// <summary>An input file as the compiler hands it over: a new object at each build, equal only to itself.</summary>
internal sealed class InMemoryText(InputFile file) : AdditionalText
{
    public string LogicalPath => file.Path;

    public string? Uri => file.Uri;

    public override string Path => file.FullPath;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(file.Text, Encoding.UTF8);
}
