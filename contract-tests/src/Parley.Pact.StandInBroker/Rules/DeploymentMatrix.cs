using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>Decides whether versions get along with those at the target, from the verification results at hand.</summary>
internal static class DeploymentMatrix
{
    public static DeploymentDecision Decide(BrokerState state, MatrixQuery query)
    {
        // Two selectors of one application add up: "these versions" rather than "the last one named".
        var specified = query.Selectors
            .GroupBy(selector => selector.Pacticipant)
            .ToDictionary(group => group.Key, group => group.SelectMany(selector => selector.Resolve(state)).Distinct().ToList());
        var missing = query.Selectors
            .Where(selector => selector.Resolve(state).Count == 0)
            .Select(selector => $"There is no {selector}")
            .ToList();

        var rows = new List<MatrixRow>();
        foreach (var pair in state.Pacts.Select(pact => (pact.Consumer, pact.Provider)).Distinct())
        {
            if (IsAsked(pair.Consumer, pair.Provider))
                rows.AddRange(Rows(state, query, pair.Consumer, pair.Provider, Versions));
        }

        return new DeploymentDecision(query.Target, missing, [.. rows.Where(row => !IsIgnored(state, query, row))]);

        bool IsAsked(Pacticipant consumer, Pacticipant provider)
        {
            var named = (specified.ContainsKey(consumer.Name) ? 1 : 0) + (specified.ContainsKey(provider.Name) ? 1 : 0);
            var othersCount = query.Target is not null || specified.Count == 1;
            return named == 2 || (named == 1 && othersCount);
        }

        IReadOnlyList<PacticipantVersion>? Versions(Pacticipant pacticipant) =>
            specified.TryGetValue(pacticipant.Name, out var versions) ? versions : query.Target?.VersionsOf(pacticipant, state);
    }

    private static IEnumerable<MatrixRow> Rows(
        BrokerState state, MatrixQuery query, Pacticipant consumer, Pacticipant provider, Func<Pacticipant, IReadOnlyList<PacticipantVersion>?> versions)
    {
        var consumerVersions = versions(consumer);
        var providerVersions = versions(provider);
        foreach (var publication in state.Publications.Where(publication => publication.Pact.Consumer == consumer && publication.Pact.Provider == provider))
        {
            if (consumerVersions is not null && !consumerVersions.Contains(publication.ConsumerVersion))
                continue;

            var results = publication.Pact.Results.GroupBy(result => result.ProviderVersion).ToDictionary(group => group.Key, group => group.Last());
            // Without a target every version that has verified the pact has its say, or only the last one.
            var asked = providerVersions ?? [.. query.LatestVerificationOnly ? publication.Pact.Results.TakeLast(1).Select(result => result.ProviderVersion) : results.Keys];
            if (asked.Count == 0)
                yield return new MatrixRow(publication, ProviderVersion: null, Result: null);
            foreach (var version in asked)
                yield return new MatrixRow(publication, version, results.GetValueOrDefault(version));
        }
    }

    private static bool IsIgnored(BrokerState state, MatrixQuery query, MatrixRow row) => query.Ignored.Any(ignored =>
    {
        if (ignored.Version is null)
            return ignored.Pacticipant == row.Publication.Pact.Consumer.Name || ignored.Pacticipant == row.Publication.Pact.Provider.Name;

        var versions = ignored.Resolve(state);
        return versions.Contains(row.Publication.ConsumerVersion) || (row.ProviderVersion is not null && versions.Contains(row.ProviderVersion));
    });
}
