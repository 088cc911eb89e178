namespace Parley.Generator.Tests.Harness;

/// <summary>A generator breaks a rule that holds for every run.</summary>
/// <param name="rule">The rule.</param>
/// <param name="details">Where and how.</param>
internal sealed class HarnessException(HarnessRule rule, string details) : Exception($"{rule}: {details}")
{
    public HarnessRule Rule => rule;
}
