using System.Globalization;

namespace Parley.Benchmarks.Ratios;

/// <summary>
/// The short mode. Contenders take turns inside each round, so that what disturbs one disturbs all; a ratio is taken inside its round, and the median of the
/// rounds is printed. Prints one line a measure, <c>name, ratio, bytes</c>, parted by tabs: <c>accept/validate</c> is against the scan, <c>accept/read:stj-keeping</c> against
/// System.Text.Json. Bytes are allocated bytes per call. The scan itself is printed in nanoseconds.
/// </summary>
internal static class RatioRun
{
    private const int Rounds = 21;
    private const long NanosecondsPerTurn = 12_000_000;

    public static void Print(TextWriter output)
    {
        foreach (var group in MeasureGroups.All)
            Print(group, output);
    }

    private static void Print(MeasureGroup group, TextWriter output)
    {
        Warm(group);
        var times = Array.ConvertAll(group.Measures, measure => TimesPerTurn(measure, group.Payload));
        var rounds = new double[Rounds][];
        for (var round = 0; round < Rounds; round++)
        {
            rounds[round] = new double[group.Measures.Length];
            for (var turn = 0; turn < group.Measures.Length; turn++)
            {
                // Each round starts with another contender, so that nobody always follows the same one.
                var at = (turn + round) % group.Measures.Length;
                rounds[round][at] = (double)Time(group.Measures[at], group.Payload, times[at]) / times[at];
            }
        }

        var scan = Median(rounds.Select(round => round[0]));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Name}/scan (ns)\t{scan:F0}\t{Bytes(group.Measures[0], group.Payload)}"));
        for (var at = 1; at < group.Measures.Length; at++)
            Line(output, $"{group.Name}/{group.Measures[at].Name}", rounds, at, 0, Bytes(group.Measures[at], group.Payload));

        var read = Array.FindIndex(group.Measures, measure => measure.Name == "read");
        for (var at = read + 1; at < group.Measures.Length; at++)
            Line(output, $"{group.Name}/read:{group.Measures[at].Name}", rounds, read, at, Bytes(group.Measures[read], group.Payload));
    }

    private static void Line(TextWriter output, string name, double[][] rounds, int measure, int unit, long bytes) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{Median(rounds.Select(round => round[measure] / round[unit])):F2}\t{bytes}"));

    // Past tiering twice: instrumented code and its replacement both need calls and a pause in which the compiler works.
    private static void Warm(MeasureGroup group)
    {
        for (var pass = 0; pass < 8; pass++)
        {
            foreach (var measure in group.Measures)
            {
                for (var call = 0; call < 40; call++)
                    measure.Run(group.Payload, 50);
            }

            Thread.Sleep(150);
        }
    }

    private static int TimesPerTurn(Measure measure, byte[] payload)
    {
        const int sample = 2000;
        var perCall = Math.Max(1, Time(measure, payload, sample) / sample);
        return (int)Math.Clamp(NanosecondsPerTurn / perCall, 100, 1_000_000);
    }

    private static long Time(Measure measure, byte[] payload, int times)
    {
        var start = ThreadClock.Now;
        measure.Run(payload, times);
        return ThreadClock.Now - start;
    }

    private static long Bytes(Measure measure, byte[] payload)
    {
        const int calls = 1000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        measure.Run(payload, calls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
