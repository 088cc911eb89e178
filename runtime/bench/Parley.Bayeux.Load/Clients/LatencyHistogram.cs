using System.Diagnostics;
using System.Numerics;

namespace Parley.Bayeux.Load.Clients;

/// <summary>Latencies in buckets of one sixteenth of a power of two: any quantile is right within 6 percent.</summary>
internal sealed class LatencyHistogram
{
    private const int Steps = 16;
    private readonly int[] _counts = new int[64 * Steps];

    /// <summary>Counts one latency, in ticks of the stopwatch.</summary>
    public void Add(long ticks) => Interlocked.Increment(ref _counts[BucketOf(Math.Max(ticks, Steps))]);

    /// <summary>The latency that a share of all stay below or reach; zero when there are none.</summary>
    /// <param name="share">0 to 1.</param>
    public TimeSpan Quantile(double share)
    {
        var rank = (long)Math.Ceiling(_counts.Sum(static count => (long)count) * share);
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            rank -= _counts[bucket];
            if (rank <= 0)
                return Stopwatch.GetElapsedTime(0, UpperOf(bucket));
        }

        return TimeSpan.Zero;
    }

    private static int BucketOf(long ticks)
    {
        var power = BitOperations.Log2((ulong)ticks);
        return (power * Steps) + (int)((ticks >> (power - 4)) & (Steps - 1));
    }

    private static long UpperOf(int bucket) => (long)(Steps + (bucket % Steps) + 1) << Math.Max(0, (bucket / Steps) - 4);
}
