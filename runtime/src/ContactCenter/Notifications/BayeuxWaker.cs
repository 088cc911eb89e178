using ContactCenter.Store;
using Parley.Bayeux;

namespace ContactCenter.Notifications;

/// <summary>Tells the Bayeux server after every commit whose sessions have news.</summary>
internal sealed class BayeuxWaker(IContactCenterStore store, BayeuxServer bayeux) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Committed += Wake;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Committed -= Wake;
        return Task.CompletedTask;
    }

    private void Wake(CommitNotice notice)
    {
        foreach (var agent in notice.Agents)
            bayeux.Wake(agent);
    }
}
