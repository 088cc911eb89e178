using ContactCenter.Agents;
using ContactCenter.Interactions;
using ContactCenter.Store;
using Microsoft.Extensions.Options;

namespace ContactCenter.Routing;

/// <summary>
/// One look of routing at the whole contact center: takes back offers that have run out, forgets declines that are old, and offers what waits to the agents who
/// have been idle longest. Everything it knows stands in the store, so it goes on after a restart where it stopped. Every interaction is a unit of work of its
/// own: one that fails is logged and keeps nobody else waiting.
/// </summary>
internal sealed partial class RoutingPass(
    IContactCenterStore store, Offers offers, IOptions<RoutingOptions> options, TimeProvider time, ILogger<RoutingPass> logger)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly RoutingQueries _queries = new(store, time, options.Value.OffersAtOnce);

    /// <summary>Does it.</summary>
    /// <returns>When to look again unless something happens before, in milliseconds since 1970-01-01T00:00:00Z; null when there is nothing to wait for.</returns>
    public async ValueTask<long?> RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        foreach (var due in await _queries.DueAsync(cancellationToken))
            failures += await TryAsync(due.InteractionId, work => ExpireAsync(work, due), cancellationToken);

        // Expiry is committed by now: an agent who has missed an offer is seen as that before the next offer comes.
        for (WaitingInteraction? last = null; ;)
        {
            var page = await _queries.WaitingAsync(last, cancellationToken);
            foreach (var waiting in page)
                failures += await TryAsync(waiting.Id, work => OfferAsync(work, waiting.Id), cancellationToken);
            if (page.Count < RoutingQueries.Page)
                break;
            last = page[^1];
        }

        var (now, next) = await _queries.NextDueAsync(cancellationToken);
        if (failures == 0)
            return next;
        // What has failed is due already; trying it again at once would do nothing else for ever.
        var again = now + (long)AfterFailure.TotalMilliseconds;
        return next > now && next < again ? next : again;
    }

    private async ValueTask<int> TryAsync(string id, Func<IUnitOfWork, ValueTask> step, CancellationToken cancellationToken)
    {
        try
        {
            await store.RunAsync(
                async work =>
                {
                    await step(work);
                    return null;
                },
                cancellationToken);
            return 0;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, id, exception);
            return 1;
        }
    }

    private async ValueTask ExpireAsync(IUnitOfWork work, DueOffer due)
    {
        // Since it was found, it may have been answered or made anew.
        var offer = await work.FirstOrDefaultAsync<DueOffer>(
            "SELECT * FROM offers WHERE interaction_id = @InteractionId AND agent_id = @AgentId AND due_at <= @now",
            new { due.InteractionId, due.AgentId, now = work.Now });
        if (offer is null)
            return;

        var found = (await Case.LoadAsync(work, offer.InteractionId))!;
        if (offer.State != "Open" || offer.Kind == OfferKinds.Conference)
            await Offers.ForgetAsync(work, found, offer.AgentId);
        else
            await offers.DeclineAsync(work, found, offer.AgentId);
        if (offer.State == "Open" && found.Of(offer.AgentId) is { IsInvited: true, IsSupervisor: false } part)
        {
            await work.ExecuteAsync(
                "UPDATE presence SET missed_channel = @Channel WHERE agent_id = @AgentId", new { found.Interaction.Channel, offer.AgentId });
            offers.Revoke(work, found, part);
            await found.SaveAsync(work);
        }
    }

    private async ValueTask OfferAsync(IUnitOfWork work, string id)
    {
        if (await work.IsLockedAsync(id) || await Case.LoadAsync(work, id) is not { Interaction: { State: States.Queued, TargetAgentId: null } } found)
            return;
        var missing = options.Value.OffersAtOnce - found.Participations.Count(part => part is { IsSupervisor: false, State: States.Invited });
        if (missing <= 0)
            return;
        var agents = await RoutingQueries.FreeAsync(work, found.Interaction, missing);
        foreach (var agent in agents)
            await offers.MakeAsync(work, found, agent, OfferKinds.Routed);
        if (agents.Count > 0)
            await found.SaveAsync(work);
    }

    [LoggerMessage(102, LogLevel.Error, "Interaction {InteractionId} could not be routed; it is tried again in a second.")]
    private static partial void LogFailed(ILogger logger, string interactionId, Exception exception);
}
