using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>Where the asked versions shall go: which versions of the other applications they have to get along with there.</summary>
internal sealed record MatrixTarget(string? Environment, string? Tag, string? Branch, bool MainBranch, bool Latest)
{
    public bool SelectsNothing => Environment is null && Tag is null && Branch is null && !MainBranch && !Latest;

    /// <summary>The versions of an application at the target.</summary>
    public IReadOnlyList<PacticipantVersion> VersionsOf(Pacticipant pacticipant, BrokerState state) =>
        new MatrixSelector(pacticipant.Name, Version: null, Latest, Branch, Tag, MainBranch, Environment).Resolve(state);

    public override string ToString() =>
        Environment is not null ? $"currently in {Environment}"
        : Tag is not null ? $"tagged {Tag}"
        : MainBranch ? "on its main branch"
        : Branch is not null ? $"on branch {Branch}"
        : "that is the latest";

    /// <summary>Every version that is deployed to, or released and supported in, an environment.</summary>
    public static HashSet<PacticipantVersion> VersionsIn(BrokerState state, DeploymentEnvironment environment) =>
        [.. state.Presences.Where(presence => presence.IsCurrent && presence.Environment == environment).Select(presence => presence.Version)];
}
