using ContactCenter.Store;

namespace ContactCenter.Hosting;

/// <summary>What watches the program from outside: <c>/healthz</c> and <c>/readyz</c>.</summary>
internal static partial class Health
{
    /// <summary>How long <c>/readyz</c> waits for its turn to write.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/healthz</c> (the program runs) and <c>/readyz</c> (it is not stopping, and its store reads and writes; else 503).</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", static () => Results.Text("ok"));
        app.MapGet("/readyz", static async (
            IContactCenterStore store, TimeProvider time, IHostApplicationLifetime lifetime, ILoggerFactory logs, CancellationToken cancellationToken) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return Results.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable);
            return await IsReadyAsync(store, time, logs.CreateLogger("ContactCenter.Hosting.Health"), cancellationToken)
                ? Results.Text("ready")
                : Results.Text("the store does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }

    /// <summary>Whether the store reads and writes; what it writes for that is undone.</summary>
    /// <returns>False when it fails, which is logged, or when no turn to write comes within <see cref="Patience"/>.</returns>
    public static async ValueTask<bool> IsReadyAsync(IContactCenterStore store, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await using (var session = await store.ReadAsync(either.Token))
                await session.ScalarAsync<long>("SELECT COUNT(*) FROM queues");
            await using var work = await store.BeginAsync(either.Token);
            // Needs a page more than the database has: a full disk is seen before a caller sees it.
            await work.ExecuteAsync("CREATE TABLE readiness (id INTEGER)");
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotReady(logger, exception);
            return false;
        }
    }

    [LoggerMessage(112, LogLevel.Error, "The store is not ready.")]
    private static partial void LogNotReady(ILogger logger, Exception exception);
}
