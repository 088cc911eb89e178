using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Parley.Generator.Tests.Harness;

/// <summary>An input file of a test.</summary>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>A new additional text, never the same object twice.</summary>
    internal AdditionalText ToAdditionalText() => new InMemory(this);

    private sealed class InMemory(SourceFile file) : AdditionalText
    {
        public override string Path { get; } = "/project/schemas/" + file.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(file.Text, System.Text.Encoding.UTF8);
    }
}
