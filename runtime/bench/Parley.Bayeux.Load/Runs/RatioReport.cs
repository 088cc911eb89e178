using System.Globalization;
using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Runs;

/// <summary>Prints <c>name, value, ratios</c> parted by tabs: how the value compares with Kestrel's, SignalR's and Faye's on the same transport, <c>-</c> where there is none.</summary>
internal sealed class RatioReport(TextWriter output, List<(LoadedServer Server, Measurements Measured)> contenders)
{
    private static readonly ServerName[] Yardsticks = [ServerName.Kestrel, ServerName.SignalR, ServerName.Faye];

    public async Task WriteAsync(RatioPlan plan)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"# {plan.Sessions} sessions, events of {EventPayload.Length} bytes, {plan.Rounds} rounds"));
        await output.WriteLineAsync("# name\tvalue\tto kestrel\tto signalr\tto faye");
        foreach (var transport in Enum.GetValues<Transport>())
        {
            await SeriesAsync(transport, "cpu-us", static measured => measured.Microseconds);
            await SeriesAsync(transport, "cpu-paced-us", static measured => measured.PacedMicroseconds);
            await SeriesAsync(transport, "p50-ms", static measured => [measured.Latencies.Quantile(0.5).TotalMilliseconds]);
            await SeriesAsync(transport, "p99-ms", static measured => [measured.Latencies.Quantile(0.99).TotalMilliseconds]);
            await SeriesAsync(transport, "session-kb", static measured => [measured.KilobytesPerSession]);
        }

        foreach (var (server, _) in contenders)
            await CountsAsync(server);
    }

    private async Task SeriesAsync(Transport transport, string name, Func<Measurements, List<double>> values)
    {
        foreach (var (server, measured) in contenders.Where(contender => contender.Server.Contender.Transport == transport))
        {
            var ratios = Yardsticks.Select(yardstick => RatioTo(new(yardstick, transport), values(measured), values));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{server.Contender.Name}/{name}\t{Median(values(measured)):F2}\t{string.Join('\t', ratios)}"));
        }
    }

    private string RatioTo(Contender yardstick, List<double> mine, Func<Measurements, List<double>> values) =>
        contenders.Find(contender => contender.Server.Contender == yardstick).Measured is { } measured
            ? Median(mine.Zip(values(measured), static (value, unit) => value / unit)).ToString("F2", CultureInfo.InvariantCulture)
            : "-";

    private async Task CountsAsync(LoadedServer server)
    {
        var name = server.Contender.Name;
        await output.WriteLineAsync($"{name}/lost\t{server.Ledger.Lost}");
        await output.WriteLineAsync($"{name}/duplicated\t{server.Ledger.Duplicated}");
        await output.WriteLineAsync($"{name}/reordered\t{server.Ledger.Reordered}");
        foreach (var failure in server.Failures)
            await output.WriteLineAsync($"# {name}: a session ended: {failure}");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
