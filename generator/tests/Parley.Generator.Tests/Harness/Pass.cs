using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parley.Generator.Tests.Harness;

/// <summary>One pass of a generator over a project.</summary>
internal sealed record Pass
{
    private static readonly GeneratorDriverOptions Tracking = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    /// <summary>What the next pass goes on from.</summary>
    public required GeneratorDriver Driver { get; init; }

    /// <summary>The project with what was emitted.</summary>
    public required Compilation Compilation { get; init; }

    /// <summary>Emitted files by hint name.</summary>
    public required ImmutableSortedDictionary<string, string> Output { get; init; }

    /// <summary>What the generator reported.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The steps.</summary>
    public required Steps Steps { get; init; }

    /// <summary>The first pass of a new driver.</summary>
    public static Pass First(IIncrementalGenerator generator, Compilation compilation, IEnumerable<InputFile> files, RunOptions options) => Run(
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files.Select(file => new InMemoryText(file)),
            InnerCompilation.ParseOptions,
            new ProjectOptions(options),
            Tracking),
        compilation,
        options.Culture);

    /// <summary>Another pass of the same driver, with new objects for the same project.</summary>
    public Pass Next(Compilation compilation, IEnumerable<InputFile> files, RunOptions options) => Run(
        Driver.ReplaceAdditionalTexts([.. files.Select(file => new InMemoryText(file))])
            .WithUpdatedAnalyzerConfigOptions(new ProjectOptions(options)),
        compilation,
        options.Culture);

    private static Pass Run(GeneratorDriver driver, Compilation compilation, CultureInfo culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
            var result = driver.GetRunResult().Results.Single();
            if (result.Exception is { } exception)
                throw new HarnessException(HarnessRule.DoesNotThrow, exception.ToString());

            return new Pass
            {
                Driver = driver,
                Compilation = updated,
                Output = result.GeneratedSources.ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal),
                Diagnostics = result.Diagnostics,
                Steps = Steps.Of(result),
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
