using Parley.Bayeux.Load.Clients;
using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Runs;

/// <summary>A server process with its sessions.</summary>
internal sealed class LoadedServer : IAsyncDisposable
{
    // Connections that are being opened at a time: fewer than any server's backlog.
    private const int OpeningAtOnce = 64;
    private static readonly TimeSpan OpeningPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromSeconds(60);

    private readonly ServerProcess _process;
    private readonly List<LoadSession> _sessions = [];

    private LoadedServer(Contender contender, ServerProcess process, int events)
    {
        Contender = contender;
        _process = process;
        Ledger = new(events);
    }

    /// <summary>Which server it is.</summary>
    public Contender Contender { get; }

    /// <summary>What arrived.</summary>
    public DeliveryLedger Ledger { get; }

    /// <summary>How many sessions are open.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>Why sessions ended that should not have; empty when all live.</summary>
    public IReadOnlyCollection<string> Failures => _sessions.Where(static session => session.Ended.IsFaulted).Select(static session => session.Ended.Exception!.InnerException!.Message).Distinct().ToArray();

    /// <summary>Starts the server.</summary>
    /// <param name="contender">Which.</param>
    /// <param name="events">The most events that will be published.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<LoadedServer> StartAsync(Contender contender, int events, CancellationToken cancellationToken) =>
        new(contender, await ServerProcess.StartAsync(contender.Server, cancellationToken), events);

    /// <summary>Opens sessions until there are so many.</summary>
    /// <exception cref="TimeoutException">The server does not answer.</exception>
    public async Task OpenAsync(int sessions, CancellationToken cancellationToken)
    {
        while (_sessions.Count < sessions)
        {
            var opening = new List<Task>();
            for (var i = Math.Min(OpeningAtOnce, sessions - _sessions.Count); i > 0; i--)
            {
                var session = Make();
                _sessions.Add(session);
                opening.Add(session.OpenAsync(_process.Port, Ledger, cancellationToken));
            }

            await Task.WhenAll(opening).WaitAsync(OpeningPatience, cancellationToken);
        }
    }

    /// <summary>Publishes events as fast as they arrive.</summary>
    /// <param name="events">How many.</param>
    /// <param name="underWay">How many may be on their way at a time: with 1, each is published when the former one has arrived everywhere.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>Microseconds of the server's processor for one delivery.</returns>
    public Task<double> PublishAtFullSpeedAsync(int events, int underWay, CancellationToken cancellationToken)
    {
        var first = Ledger.Published + 1;
        return PublishAsync(events, (last, token) => last - underWay + 1 is var oldest && oldest >= first ? ArrivedAsync(oldest, token) : Task.CompletedTask, cancellationToken);
    }

    /// <summary>Publishes events at a pace.</summary>
    /// <param name="events">How many.</param>
    /// <param name="deliveriesPerSecond">The pace.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>Microseconds of the server's processor for one delivery.</returns>
    public async Task<double> PublishAtPaceAsync(int events, int deliveriesPerSecond, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds((double)Sessions / deliveriesPerSecond));
        return await PublishAsync(events, (_, token) => pace.WaitForNextTickAsync(token).AsTask(), cancellationToken);
    }

    /// <summary>Processor time of the server so far.</summary>
    public Task<TimeSpan> ProcessorTimeAsync(CancellationToken cancellationToken) => _process.ProcessorTimeAsync(cancellationToken);

    /// <summary>Resident bytes of the server after a full collection.</summary>
    public Task<long> MemoryAsync(CancellationToken cancellationToken) => _process.MemoryAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions)
            session.Dispose();
        await _process.DisposeAsync();
    }

    private async Task<double> PublishAsync(int events, Func<int, CancellationToken, Task> nextAsync, CancellationToken cancellationToken)
    {
        var before = await ProcessorTimeAsync(cancellationToken);
        var last = 0;
        for (var i = 0; i < events; i++)
        {
            last = Ledger.Publishing();
            _process.Publish(last);
            await nextAsync(last, cancellationToken);
        }

        await ArrivedAsync(last, cancellationToken);
        return (await ProcessorTimeAsync(cancellationToken) - before).TotalMicroseconds / ((double)events * Sessions);
    }

    private async Task ArrivedAsync(int sequence, CancellationToken cancellationToken)
    {
        try
        {
            await Ledger.CompleteAsync(sequence).WaitAsync(DeliveryPatience, cancellationToken);
        }
        catch (TimeoutException)
        {
            // What is missing by now is lost, and counted as such.
        }
    }

    private LoadSession Make() => Contender switch
    {
        { Server: ServerName.Kestrel } => new KestrelSession(),
        { Server: ServerName.SignalR } => new SignalRSession(),
        { Transport: Transport.WebSocket } => new BayeuxWebSocketSession(),
        _ => new LongPollingSession(),
    };
}
