using ContactCenter.Store;

namespace ContactCenter.Routing;

/// <summary>Runs routing after every commit that may concern it and at the earliest deadline; in between it sleeps.</summary>
internal sealed partial class RoutingWorker(
    IContactCenterStore store, RoutingPass pass, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<RoutingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _signal = new(1, 1);

    /// <inheritdoc/>
    public override void Dispose()
    {
        store.Committed -= OnCommitted;
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Messages carry absolute URIs, which are known once the server listens.
        await StartedAsync(stoppingToken);
        store.Committed += OnCommitted;
        var sleep = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            await SleepAsync(sleep, stoppingToken);
            if (stoppingToken.IsCancellationRequested)
                return;
            try
            {
                var next = await pass.RunAsync(stoppingToken);
                var until = next is null ? LongestSleep : DateTimeOffset.FromUnixTimeMilliseconds(next.Value) - time.GetUtcNow();
                sleep = until < TimeSpan.Zero ? TimeSpan.Zero : until > LongestSleep ? LongestSleep : until;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A fault of one pass must not end routing for good; nothing of the pass was written.
                LogFailed(logger, exception);
                sleep = AfterFailure;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var stopping = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        await started.Task;
    }

    private async Task SleepAsync(TimeSpan sleep, CancellationToken stoppingToken)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var timer = Task.Delay(sleep, time, awake.Token);
        var signal = _signal.WaitAsync(awake.Token);
        await Task.WhenAny(timer, signal);
        await awake.CancelAsync();
        // Both end now; how, does not matter: a signal that came in the last moment was taken, and the pass runs anyway.
        await Task.WhenAll(timer, signal).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void OnCommitted(CommitNotice notice)
    {
        if (!notice.RoutingMayHaveWork || _signal.CurrentCount > 0)
            return;
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has signalled in the same moment; one signal is enough.
        }
    }

    [LoggerMessage(101, LogLevel.Error, "Routing failed; it is tried again in a second.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
