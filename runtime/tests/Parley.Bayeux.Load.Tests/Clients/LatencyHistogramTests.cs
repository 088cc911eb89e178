using System.Diagnostics;

namespace Parley.Bayeux.Load.Clients;

public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(1)]
    public void Quantiles_are_right_within_six_percent_and_never_below(double share)
    {
        var histogram = new LatencyHistogram();
        for (var microseconds = 1000; microseconds > 0; microseconds--)
            histogram.Add(microseconds * Stopwatch.Frequency / 1_000_000);
        Assert.InRange(histogram.Quantile(share).TotalMicroseconds, 1000 * share * 0.999, 1000 * share * 1.0626);
    }

    [Fact]
    public void Nothing_has_no_latency() => Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Quantile(0.5));
}
