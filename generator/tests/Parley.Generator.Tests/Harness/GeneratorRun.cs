using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parley.Generator.Tests.Harness;

/// <summary>
/// A run of a generator that keeps all of <see cref="HarnessRule"/>: every test of output goes through it, so that caching, determinism and clean code
/// are properties of each test and not of a few.
/// </summary>
internal sealed class GeneratorRun
{
    private readonly Func<IIncrementalGenerator> _generator;
    private readonly InputFile[] _files;
    private readonly RunOptions _options;
    private readonly Compilation _project;
    private readonly Pass _last;
    private readonly byte[] _image;
    private Assembly? _assembly;

    private GeneratorRun(Func<IIncrementalGenerator> generator, InputFile[] files, RunOptions options)
    {
        (_generator, _files, _options) = (generator, files, options);
        _project = InnerCompilation.Of(options.Sources);

        var first = Pass.First(generator(), _project, files, options);
        StepRules.RequireNames(first.Steps);
        RequireExpectedDiagnostics(first.Diagnostics);

        // What a build server sees at the next build: nothing changed, yet every object is a new one.
        var second = first.Next(_project.Clone(), files, options);
        RequireSameOutput(first, second, "the second run");
        StepRules.RequireCached(second.Steps, HarnessRule.CachesEqualInput);
        StepRules.RequireNoCompilerObjects(second.Steps);

        // What an editor sees at each keystroke.
        var edited = second.Next(_project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal sealed class Typed;", InnerCompilation.ParseOptions)), files, options);
        StepRules.RequireCached(edited.Steps, HarnessRule.IgnoresTheProjectsCode);

        // Another machine: a new compiler, another culture, another order of files.
        var elsewhere = Pass.First(generator(), _project, files.Reverse(), options with { Culture = HostileCulture() });
        RequireSameOutput(first, elsewhere, "a run in another culture and order of files");

        foreach (var (hintName, text) in first.Output)
            TextRules.RequireClean(hintName, text);
        _image = InnerCompilation.Emit(first.Compilation);
        _last = second;
        (Output, Diagnostics) = (first.Output, first.Diagnostics);
    }

    /// <summary>Emitted files by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Output { get; }

    /// <summary>What was reported; the places are those that the test named.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The project with the emitted files in it.</summary>
    public Compilation Compilation => _last.Compilation;

    /// <summary>Runs Parley's generator on input without fault.</summary>
    public static GeneratorRun Of(params InputFile[] files) => Of<ParleyGenerator>(files, new RunOptions());

    /// <summary>Runs Parley's generator.</summary>
    public static GeneratorRun Of(InputFile[] files, RunOptions options) => Of<ParleyGenerator>(files, options);

    /// <summary>Runs Parley's generator on input that breaks rules.</summary>
    /// <param name="files">The input.</param>
    /// <param name="diagnostics">All diagnostics that must be reported.</param>
    public static GeneratorRun OfBroken(InputFile[] files, params ExpectedDiagnostic[] diagnostics) =>
        Of<ParleyGenerator>(files, new RunOptions { Diagnostics = diagnostics });

    /// <summary>Runs any generator.</summary>
    public static GeneratorRun Of<TGenerator>(InputFile[] files, RunOptions options)
        where TGenerator : IIncrementalGenerator, new() => new(static () => new TGenerator(), files, options);

    /// <summary>The same project after an edit of its files.</summary>
    /// <param name="files">All files as they are afterwards.</param>
    /// <param name="diagnostics">All diagnostics that must be reported afterwards.</param>
    public EditedRun Edit(InputFile[] files, params ExpectedDiagnostic[] diagnostics)
    {
        var fresh = new GeneratorRun(_generator, files, _options with { Diagnostics = diagnostics });
        var next = _last.Next(_project.Clone(), files, _options);
        if (!next.Output.SequenceEqual(fresh.Output))
            throw new HarnessException(HarnessRule.FollowsEdits, Difference(fresh.Output, next.Output));

        return new EditedRun(Output, next);
    }

    /// <summary>The project's assembly, compiled and loaded; it is unloaded when nothing refers to it any more.</summary>
    public Assembly Load() => _assembly ??= new AssemblyLoadContext("Sample", isCollectible: true).LoadFromStream(new MemoryStream(_image));

    // Everything that differs between cultures at once: sv-SE writes -1.5 as U+2212 1,5; in tr-TR "id".ToUpper() is no "ID".
    private static CultureInfo HostileCulture() => new("tr-TR") { NumberFormat = new CultureInfo("sv-SE").NumberFormat };

    private static void RequireSameOutput(Pass first, Pass other, string what)
    {
        if (!first.Output.SequenceEqual(other.Output))
            throw new HarnessException(HarnessRule.RepeatsItsOutput, $"{what} gives other output: {Difference(first.Output, other.Output)}");
        if (!first.Diagnostics.Select(diagnostic => diagnostic.ToString()).SequenceEqual(other.Diagnostics.Select(diagnostic => diagnostic.ToString())))
            throw new HarnessException(HarnessRule.RepeatsItsOutput, $"{what} gives other diagnostics");
    }

    private static string Difference(ImmutableSortedDictionary<string, string> expected, ImmutableSortedDictionary<string, string> actual)
    {
        foreach (var name in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
        {
            if (!expected.TryGetValue(name, out var left))
                return name + " is one file too many";
            if (!actual.TryGetValue(name, out var right))
                return name + " is missing";
            if (left != right)
                return TextDifference.First(name, left, right);
        }

        return "nothing";
    }

    private void RequireExpectedDiagnostics(ImmutableArray<Diagnostic> diagnostics)
    {
        var actual = diagnostics.Select(diagnostic => ExpectedDiagnostic.Of(diagnostic, _files).ToString()).Order(StringComparer.Ordinal).ToList();
        if (!actual.SequenceEqual(_options.Diagnostics.Select(expected => expected.ToString()).Order(StringComparer.Ordinal)))
            throw new HarnessException(HarnessRule.ReportsWhatIsExpected, $"reported was {string.Join(", ", actual)}\n{string.Join('\n', diagnostics)}");
    }
}
