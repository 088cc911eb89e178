using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Runs;

/// <summary>
/// Puts the same load on all servers. All live at once and take turns inside each round, so that what disturbs one disturbs all; a ratio is taken inside its round, and
/// the median of the rounds is printed.
/// </summary>
internal sealed class RatioRun(RatioPlan plan, TextWriter output) : IAsyncDisposable
{
    private readonly List<(LoadedServer Server, Measurements Measured)> _contenders = [];

    /// <summary>Runs it and prints one line for each measure.</summary>
    /// <returns>Whether every delivery of Parley arrived once and in order.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var contender in Contender.All.Where(static contender => contender.Server != ServerName.Faye || FayeInstallation.Exists))
            await AddAsync(contender, cancellationToken);
        if (!FayeInstallation.Exists)
            await output.WriteLineAsync("# faye is not installed, its lines are missing: run `npm ci` in runtime/bench/Parley.Bayeux.Load/faye");

        foreach (var (server, _) in _contenders)
            await WarmAsync(server, cancellationToken);
        for (var round = 0; round < plan.Rounds; round++)
        {
            // Each round starts with another server, so that nobody always follows the same one.
            for (var turn = 0; turn < _contenders.Count; turn++)
                await TakeTurnAsync(_contenders[(turn + round) % _contenders.Count], cancellationToken);
        }

        await new RatioReport(output, _contenders).WriteAsync(plan);
        return _contenders.TrueForAll(static contender =>
            contender.Server.Contender.Server != ServerName.Parley || contender.Server.Ledger is { Lost: 0, Reordered: 0, Duplicated: 0 });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (server, _) in _contenders)
            await server.DisposeAsync();
    }

    // What the process needs for the first sessions alone, code and all, is in both figures and cancels out.
    private async Task AddAsync(Contender contender, CancellationToken cancellationToken)
    {
        var server = await LoadedServer.StartAsync(contender, plan.MostEvents, cancellationToken);
        var measured = new Measurements();
        _contenders.Add((server, measured));

        var first = Math.Max(1, plan.Sessions / 10);
        await server.OpenAsync(first, cancellationToken);
        await server.PublishAtFullSpeedAsync(plan.PacedEvents, underWay: 1, cancellationToken);
        var before = await server.MemoryAsync(cancellationToken);
        await server.OpenAsync(plan.Sessions, cancellationToken);
        var after = await server.MemoryAsync(cancellationToken);
        measured.KilobytesPerSession = (after - before) / 1024.0 / (plan.Sessions - first);
    }

    // Past tiering twice: instrumented code and its replacement both need calls and a pause in which the compiler works.
    private async Task WarmAsync(LoadedServer server, CancellationToken cancellationToken)
    {
        for (var i = 1; i < plan.WarmUps; i++)
        {
            await FullSpeedAsync(server, cancellationToken);
            await Task.Delay(200, cancellationToken);
        }
    }

    private async Task TakeTurnAsync((LoadedServer Server, Measurements Measured) contender, CancellationToken cancellationToken)
    {
        var (server, measured) = contender;
        measured.Microseconds.Add(await FullSpeedAsync(server, cancellationToken));

        server.Ledger.Latencies = measured.Latencies;
        // About what the server of a thousand busy agents does: far from its limits, so that the figure is a latency and no queue.
        measured.PacedMicroseconds.Add(await server.PublishAtPaceAsync(plan.PacedEvents, server.Contender.Transport == Transport.WebSocket ? 5_000 : 1_500, cancellationToken));
        server.Ledger.Latencies = null;
    }

    // By long-polling one event at a time: with more, a reply would bring several, and a delivery would no longer pay for a POST of its own.
    private Task<double> FullSpeedAsync(LoadedServer server, CancellationToken cancellationToken) =>
        server.PublishAtFullSpeedAsync(plan.EventsOf(server.Contender.Transport), server.Contender.Transport == Transport.WebSocket ? 10 : 1, cancellationToken);
}
