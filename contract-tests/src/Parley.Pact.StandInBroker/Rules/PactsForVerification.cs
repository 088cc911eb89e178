using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>Decides which pacts a provider has to verify, and which of them may fail without failing the provider's build.</summary>
internal sealed class PactsForVerification(BrokerState state, Pacticipant provider, VerificationRequest request)
{
    public IReadOnlyList<SelectedPact> Select()
    {
        var chosen = new List<SelectedPact>();
        foreach (var selector in request.Selectors)
        {
            foreach (var publication in Publications(selector))
                Add(chosen, publication, selector.ToString(), isWorkInProgress: false);
        }

        if (request is { IncludeWorkInProgressSince: { } since, NamesAProviderLine: true })
        {
            foreach (var publication in WorkInProgress(since, [.. chosen.Select(pact => pact.Publication.Pact)]))
                Add(chosen, publication, "work in progress", isWorkInProgress: true);
        }

        return chosen;
    }

    private void Add(List<SelectedPact> chosen, PactPublication publication, string reason, bool isWorkInProgress)
    {
        if (chosen.Exists(pact => pact.Publication.Pact == publication.Pact))
            return;

        var isPending = isWorkInProgress || (request.IncludePendingStatus && !publication.Pact.IsVerifiedBy(request.IsOfThisProviderLine));
        chosen.Add(new SelectedPact(publication, reason, isPending, isWorkInProgress));
    }

    private IEnumerable<PactPublication> Publications(ConsumerVersionSelector selector) => state.Publications
        .Where(publication => publication.Pact.Provider == provider && (selector.Consumer is null || selector.Consumer == publication.Pact.Consumer.Name))
        .GroupBy(publication => publication.Pact.Consumer)
        .SelectMany(consumer => OfConsumer(selector, consumer.Key, [.. consumer]));

    private IEnumerable<PactPublication> OfConsumer(ConsumerVersionSelector selector, Pacticipant consumer, IReadOnlyList<PactPublication> publications)
    {
        if (selector.MainBranch)
            return LatestOnBranch(publications, consumer.MainBranch);
        if (selector.MatchingBranch)
            return LatestOnBranch(publications, request.ProviderBranch);
        if (selector.Branch is { } branch)
            return LatestOnBranch(publications, branch) is [_] found ? found : LatestOnBranch(publications, selector.FallbackBranch);
        if (selector.Tag is { } tag)
            return Tagged(publications, tag, selector.Latest) is [_, ..] found ? found : Tagged(publications, selector.FallbackTag, selector.Latest);
        if (selector.Deployed)
            return Present(publications, selector.Environment, PresenceKind.Deployed);
        if (selector.Released)
            return Present(publications, selector.Environment, PresenceKind.Released);
        if (selector.DeployedOrReleased || selector.Environment is not null)
            return Present(publications, selector.Environment, PresenceKind.Deployed, PresenceKind.Released);
        return publications.TakeLast(1);
    }

    private static PactPublication[] LatestOnBranch(IEnumerable<PactPublication> publications, string? branch) =>
        branch is null ? [] : [.. publications.Where(publication => publication.ConsumerVersion.Branches.Contains(branch)).TakeLast(1)];

    private static PactPublication[] Tagged(IEnumerable<PactPublication> publications, string? tag, bool latest)
    {
        if (tag is null)
            return [];
        var tagged = publications.Where(publication => publication.ConsumerVersion.Tags.Contains(tag));
        return [.. latest ? tagged.TakeLast(1) : tagged];
    }

    private IEnumerable<PactPublication> Present(IEnumerable<PactPublication> publications, string? environment, params PresenceKind[] kinds)
    {
        var place = environment is null ? null : state.GetEnvironmentByName(environment);
        var versions = state.Presences
            .Where(presence => presence.IsCurrent && kinds.Contains(presence.Kind) && (place is null || presence.Environment == place))
            .Select(presence => presence.Version)
            .ToHashSet();
        return publications.Where(publication => versions.Contains(publication.ConsumerVersion));
    }

    /// <summary>The latest pact of each branch of each consumer, when it was not selected and this line of the provider has never verified it.</summary>
    private IEnumerable<PactPublication> WorkInProgress(DateTimeOffset since, HashSet<PactVersion> selected) => state.Publications
        .Where(publication => publication.Pact.Provider == provider)
        .SelectMany(publication => publication.ConsumerVersion.Branches.Select(branch => (Branch: branch, Publication: publication)))
        .GroupBy(entry => (entry.Publication.Pact.Consumer, entry.Branch), entry => entry.Publication)
        .Select(branch => branch.Last())
        .Where(publication => publication.CreatedAt >= since && !selected.Contains(publication.Pact) && !publication.Pact.IsVerifiedBy(request.IsOfThisProviderLine));
}
