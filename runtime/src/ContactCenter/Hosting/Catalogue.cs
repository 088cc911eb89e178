using ContactCenter.Gateway;
using ContactCenter.Store;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>Brings the configured queues and workbins into the store before anything else starts.</summary>
internal sealed class Catalogue(IContactCenterStore store, IOptions<ContactCenterOptions> options) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        foreach (var name in options.Value.Queues.Append(Arrival.DefaultQueue))
            await work.ExecuteAsync("INSERT INTO queues (name) VALUES (@name) ON CONFLICT (name) DO NOTHING", new { name });
        foreach (var id in options.Value.Workbins)
            await work.ExecuteAsync("INSERT INTO workbins (id, agent_id) VALUES (@id, '') ON CONFLICT (id, agent_id) DO NOTHING", new { id });
        await work.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
