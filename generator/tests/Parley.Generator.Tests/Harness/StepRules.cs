using Microsoft.CodeAnalysis;

namespace Parley.Generator.Tests.Harness;

/// <summary>Rules about a generator's steps.</summary>
internal static class StepRules
{
    public static void RequireNames(Steps steps)
    {
        if (steps.Named.Count == 0)
            throw new HarnessException(HarnessRule.NamesItsSteps, "no step has a name but " + string.Join(", ", steps.All.Select(step => step.Name ?? "(none)")) + "; use WithTrackingName");
    }

    public static void RequireCached(Steps steps, HarnessRule rule)
    {
        var rerun = steps.Rerun();
        if (rerun.Count > 0)
            throw new HarnessException(rule, "these steps ran anew: " + string.Join(", ", rerun));
    }

    public static void RequireNoCompilerObjects(Steps steps)
    {
        foreach (var step in steps.All)
        {
            if (Steps.IsInput(step))
            {
                if (step.Name == "Compilation")
                    throw new HarnessException(HarnessRule.IgnoresTheProjectsCode, "a step takes the compilation");
                continue;
            }

            // The texts arrive as the compiler's objects and leave it with the first step that has a name.
            var named = step.Name is not null;
            var isOutput = steps.Outputs.Contains(step);
            var objects = new ReachableObjects(
                value => value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location || (named && value is AdditionalText),
                // A reported diagnostic is the compiler's, location and all, and nothing comes after it.
                value => isOutput && value is Diagnostic);
            foreach (var (value, _) in step.Outputs)
            {
                if (objects.Find(value) is { } found)
                    throw new HarnessException(HarnessRule.HoldsNoCompilerObjects, $"step {step.Name ?? "without a name"}: {found}");
            }
        }
    }
}
