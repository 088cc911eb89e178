namespace Parley.Generator.Benchmarks;

/// <summary>What one run took.</summary>
internal readonly record struct Sample(double Milliseconds, long Bytes)
{
    public static Sample Of(Func<double> run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var milliseconds = run();
        return new(milliseconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
