using Microsoft.Extensions.Hosting;

namespace Parley.Bayeux;

/// <summary>Runs the server's one timer, and sends the clients away when the application stops.</summary>
internal sealed class BayeuxLifetime(BayeuxServer server, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private CancellationTokenRegistration _stopping;
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var period = server.Options.SweepPeriod;
        _timer = server.Time.CreateTimer(static state => ((BayeuxServer)state!).Sweep(), server, period, period);
        _stopping = lifetime.ApplicationStopping.Register(server.Drain);
        return Task.CompletedTask;
    }

    // The web server has stopped by now: no client confirms anything more.
    public Task StopAsync(CancellationToken cancellationToken) => server.FinishWritesAsync(cancellationToken);

    public void Dispose()
    {
        _stopping.Dispose();
        _timer?.Dispose();
    }
}
