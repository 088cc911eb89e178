namespace Parley.Benchmarks.Ratios;

/// <summary>One loop over one payload.</summary>
/// <param name="Name">What is done: <c>scan</c>, <c>validate</c>, <c>read</c>, <c>stj-keeping</c>, <c>stj-dropping</c>.</param>
/// <param name="Run">Does it so many times.</param>
internal sealed record Measure(string Name, Action<byte[], int> Run)
{
    public static Measure Of<TContender>(string name)
        where TContender : struct, IContender => new(name, Loop.Of<TContender>);
}

/// <summary>The contenders for one payload; the first is the scan.</summary>
internal sealed record MeasureGroup(string Name, byte[] Payload, Measure[] Measures)
{
    public Measure Named(string name) => Array.Find(Measures, measure => measure.Name == name)
        ?? throw new ArgumentException($"{Name} has no measure {name}.", nameof(name));
}
