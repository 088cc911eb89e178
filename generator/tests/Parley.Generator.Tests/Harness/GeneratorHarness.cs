using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Parley.Generator.Tests.Harness;

/// <summary>
/// The one way to run the generator in a test. Runs it twice, the second time on a cloned compilation and fresh files, and requires that nothing was done again,
/// that nothing of the compiler is kept, that the output compiles without a warning and that each diagnostic was expected.
/// </summary>
public static class GeneratorHarness
{
    /// <summary>Namespace of emitted code.</summary>
    public const string Namespace = "Sample";

    /// <summary>Runs on these files.</summary>
    /// <param name="files">Logical paths and texts.</param>
    /// <param name="expected">Each expected diagnostic as it is printed.</param>
    /// <param name="generator">Another generator, for tests of the harness.</param>
    /// <param name="rootNamespace">Namespace of the root folder.</param>
    public static GeneratorOutput Run(IEnumerable<SourceFile> files, IEnumerable<string>? expected = null, IIncrementalGenerator? generator = null, string rootNamespace = Namespace)
    {
        var inputs = files.ToArray();
        var compilation = CompiledOutput.Empty();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [(generator ?? new ParleyGenerator()).AsSourceGenerator()],
            inputs.Select(static file => file.ToAdditionalText()),
            CompiledOutput.ParseOptions,
            new TestOptions(rootNamespace),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var first = driver.GetRunResult();
        AssertNoCrash(first);
        AssertNothingKept(first);

        driver = driver
            .ReplaceAdditionalTexts([.. inputs.Select(static file => file.ToAdditionalText())])
            .WithUpdatedAnalyzerConfigOptions(new TestOptions(rootNamespace))
            .RunGenerators(compilation.Clone());
        var second = driver.GetRunResult();
        AssertNothingDoneAgain(second);
        AssertSame(first, second);

        Assert.Equal(expected ?? [], first.Diagnostics.Select(static diagnostic => diagnostic.ToString().Replace("/project/", "", StringComparison.Ordinal)));
        CompiledOutput.AssertClean(output);
        return new GeneratorOutput(first, output, driver);
    }

    internal static void AssertNothingDoneAgain(GeneratorDriverRunResult result)
    {
        foreach (var (name, steps) in result.Results.Single().TrackedSteps)
        {
            foreach (var (_, reason) in steps.SelectMany(static step => step.Outputs))
            {
                Assert.True(
                    reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                    $"The step '{name}' was {reason} although nothing changed.");
            }
        }
    }

    private static void AssertNoCrash(GeneratorDriverRunResult result) =>
        Assert.True(result.Results.Single().Exception is null, $"The generator threw: {result.Results.Single().Exception}");

    private static void AssertNothingKept(GeneratorDriverRunResult result)
    {
        var names = typeof(TrackingNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!).ToHashSet();
        foreach (var (name, steps) in result.Results.Single().TrackedSteps)
        {
            // The steps without a name of ours are the compiler's.
            if (!names.Contains(name) && !name.StartsWith("Test", StringComparison.Ordinal))
                continue;
            foreach (var (value, _) in steps.SelectMany(static step => step.Outputs))
                ModelWalk.AssertFreeOfRoslyn(value, name);
        }
    }

    private static void AssertSame(GeneratorDriverRunResult first, GeneratorDriverRunResult second) =>
        Assert.Equal(Texts(first), Texts(second));

    private static ImmutableArray<(string, string)> Texts(GeneratorDriverRunResult result) =>
        [.. result.Results.Single().GeneratedSources.Select(static source => (source.HintName, source.SourceText.ToString()))];
}
