using System.Diagnostics;
using System.Globalization;
using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Runs;

/// <summary>Lets Parley hold many sessions that do nothing but stay, and shows that all are still there.</summary>
internal static class IdleRun
{
    /// <summary>Runs it on one transport after the other and prints one line for each measure.</summary>
    /// <returns>Whether the event that was published in the end arrived everywhere, once.</returns>
    public static async Task<bool> RunAsync(int sessions, TimeSpan duration, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"# {sessions} idle sessions for {duration.TotalSeconds} s"));
        await output.WriteLineAsync("# name\tvalue");
        var whole = true;
        foreach (var transport in Enum.GetValues<Transport>())
            whole &= await RunAsync(new(ServerName.Parley, transport), sessions, duration, output, cancellationToken);
        return whole;
    }

    private static async Task<bool> RunAsync(Contender contender, int sessions, TimeSpan duration, TextWriter output, CancellationToken cancellationToken)
    {
        await using var server = await LoadedServer.StartAsync(contender, events: 10, cancellationToken);
        var first = Math.Max(1, sessions / 10);
        await server.OpenAsync(first, cancellationToken);
        var before = await server.MemoryAsync(cancellationToken);
        await server.OpenAsync(sessions, cancellationToken);
        var after = await server.MemoryAsync(cancellationToken);

        var (start, usage) = (Stopwatch.GetTimestamp(), await server.ProcessorTimeAsync(cancellationToken));
        await Task.Delay(duration, cancellationToken);
        var share = (await server.ProcessorTimeAsync(cancellationToken) - usage) / Stopwatch.GetElapsedTime(start);
        await server.PublishAtFullSpeedAsync(1, underWay: 1, cancellationToken);

        await WriteAsync("session-kb", (after - before) / 1024.0 / (sessions - first));
        await WriteAsync("cpu-percent", share * 100);
        await WriteAsync("lost", server.Ledger.Lost);
        await WriteAsync("duplicated", server.Ledger.Duplicated);
        foreach (var failure in server.Failures)
            await output.WriteLineAsync($"# {contender.Name}: a session ended: {failure}");
        return server.Ledger is { Lost: 0, Duplicated: 0 } && server.Failures.Count == 0;

        Task WriteAsync(string name, double value) => output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{contender.Name}/{name}\t{value:0.##}"));
    }
}
