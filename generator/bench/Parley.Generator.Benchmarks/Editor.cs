using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parley.Benchmarks.Ratios;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Benchmarks;

/// <summary>A project open in an editor: one driver that lives as long as the project, and its edits.</summary>
internal sealed class Editor
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);
    private readonly ImmutableArray<AdditionalText> _texts;
    private Compilation _project;
    private GeneratorDriver _driver;

    public Editor(InputFile[] files)
    {
        // The generator does not look at the compilation, so it may lack references.
        _project = CSharpCompilation.Create("Sample", [CSharpSyntaxTree.ParseText("internal sealed class Typed;", ParseOptions)]);
        _texts = [.. files.Select(file => new InMemoryText(file))];
        _driver = CSharpGeneratorDriver.Create([new ParleyGenerator().AsSourceGenerator()], _texts, ParseOptions, new ProjectOptions(new RunOptions()));
    }

    /// <summary>Runs the generator.</summary>
    /// <returns>CPU time in milliseconds.</returns>
    public double Run()
    {
        var start = ThreadClock.Now;
        _driver = _driver.RunGenerators(_project);
        return (ThreadClock.Now - start) / 1e6;
    }

    /// <summary>Somebody typed C#.</summary>
    public void EditCode(int edit) => _project = _project.ReplaceSyntaxTree(
        _project.SyntaxTrees.Single(), CSharpSyntaxTree.ParseText($"internal sealed class Typed{edit};", ParseOptions));

    /// <summary>Somebody typed in one schema: the compiler hands over one new text.</summary>
    public void EditSchema(InputFile edited)
    {
        var old = _texts.Single(text => ((InMemoryText)text).LogicalPath == edited.Path);
        _driver = _driver.ReplaceAdditionalTexts([.. _texts.Select(text => ReferenceEquals(text, old) ? new InMemoryText(edited) : text)]);
    }

    /// <summary>UTF-8 bytes of what was emitted.</summary>
    /// <exception cref="InvalidOperationException">The generator failed or reported something: then its time means nothing.</exception>
    public long EmittedBytes()
    {
        var result = _driver.GetRunResult().Results.Single();
        if (result.Exception is not null || !result.Diagnostics.IsEmpty)
            throw new InvalidOperationException($"The generator remarks: {result.Exception?.ToString() ?? string.Join('\n', result.Diagnostics)}");

        return result.GeneratedSources.Sum(source => (long)System.Text.Encoding.UTF8.GetByteCount(source.SourceText.ToString()));
    }
}
