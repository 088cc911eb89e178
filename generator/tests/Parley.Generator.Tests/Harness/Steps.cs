using System.Collections;
using Microsoft.CodeAnalysis;

namespace Parley.Generator.Tests.Harness;

/// <summary>The steps of a run, named or not, with what they gave out and why.</summary>
internal sealed class Steps
{
    // The compiler's own names of what it feeds in (WellKnownGeneratorInputs is internal).
    private static readonly HashSet<string> Inputs = ["Compilation", "AdditionalTexts", "AnalyzerConfigOptions", "ParseOptions", "MetadataReferences", "CompilationOptions"];

    private Steps(GeneratorRunResult result)
    {
        Named = [.. result.TrackedSteps.Where(step => !Inputs.Contains(step.Key) && !result.TrackedOutputSteps.ContainsKey(step.Key)).SelectMany(step => step.Value)];
        Outputs = [.. result.TrackedOutputSteps.Values.SelectMany(steps => steps)];
        All = AllBefore([.. Named, .. Outputs]);
    }

    /// <summary>Steps that the generator gave a name.</summary>
    public IReadOnlyList<IncrementalGeneratorRunStep> Named { get; }

    /// <summary>Steps that wrote sources or diagnostics.</summary>
    public IReadOnlyList<IncrementalGeneratorRunStep> Outputs { get; }

    /// <summary>These and all that lead to them.</summary>
    public IReadOnlyList<IncrementalGeneratorRunStep> All { get; }

    public static Steps Of(GeneratorRunResult result) => new(result);

    /// <summary>Whether the compiler's own objects are the step's honest output.</summary>
    public static bool IsInput(IncrementalGeneratorRunStep step) => step.Name is { } name && Inputs.Contains(name);

    /// <summary>Whether a step's output was taken from the run before.</summary>
    public static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    /// <summary>Named and output steps that ran anew, such as <c>Link (Modified)</c>.</summary>
    public IReadOnlyList<string> Rerun() =>
    [
        .. from step in Named.Concat(Outputs).Distinct()
           from output in step.Outputs
           where !IsCached(output.Reason)
           select $"{step.Name ?? "output"} ({output.Reason})",
    ];

    /// <summary>Hint names of the files that output steps wrote anew.</summary>
    public IReadOnlySet<string> EmittedHintNames() => Outputs
        .SelectMany(step => step.Outputs)
        .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        .SelectMany(output => HintNames(output.Value))
        .ToHashSet(StringComparer.Ordinal);

    // An output step gives a tuple of sources and diagnostics; the type of a source is internal to the compiler.
    private static IEnumerable<string> HintNames(object value)
    {
        var sources = (IEnumerable)((System.Runtime.CompilerServices.ITuple)value)[0]!;
        foreach (var source in sources)
            yield return (string)source.GetType().GetProperty("HintName")!.GetValue(source)!;
    }

    private static List<IncrementalGeneratorRunStep> AllBefore(IReadOnlyList<IncrementalGeneratorRunStep> last)
    {
        var seen = new HashSet<IncrementalGeneratorRunStep>(last);
        var open = new Queue<IncrementalGeneratorRunStep>(seen);
        while (open.TryDequeue(out var step))
        {
            foreach (var (source, _) in step.Inputs)
            {
                if (seen.Add(source))
                    open.Enqueue(source);
            }
        }

        return [.. seen];
    }
}
