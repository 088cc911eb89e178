using System.Collections.Immutable;

namespace Parley.Generator.Tests.Harness;

/// <summary>A project after an edit: what the edit cost.</summary>
internal sealed class EditedRun(ImmutableSortedDictionary<string, string> before, Pass pass)
{
    /// <summary>Emitted files by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Output => pass.Output;

    /// <summary>Hint names of the files that were written anew, whether or not their text changed, by name.</summary>
    public IReadOnlyList<string> Emitted { get; } = [.. pass.Steps.EmittedHintNames().Order(StringComparer.Ordinal)];

    /// <summary>Hint names of the files that are gone, by name.</summary>
    public IReadOnlyList<string> Removed { get; } = [.. before.Keys.Except(pass.Output.Keys).Order(StringComparer.Ordinal)];

    /// <summary>Steps that ran anew, such as <c>Link (Modified)</c>.</summary>
    public IReadOnlyList<string> Rerun { get; } = pass.Steps.Rerun();
}
