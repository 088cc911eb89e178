using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>Runs <see cref="Retention"/> when the program starts and regularly afterwards.</summary>
internal sealed partial class RetentionWorker(
    Retention retention, IOptions<ContactCenterOptions> options, TimeProvider time, ILogger<RetentionWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CleanupInterval, time);
        try
        {
            do
            {
                try
                {
                    await retention.RunAsync(stoppingToken);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    // What could not be removed now is found again the next time.
                    LogFailed(logger, exception);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    [LoggerMessage(121, LogLevel.Error, "Old data could not be removed; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
