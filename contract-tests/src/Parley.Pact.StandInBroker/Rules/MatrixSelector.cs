using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>Versions of one application, as the matrix is asked for them.</summary>
internal sealed record MatrixSelector(string Pacticipant, string? Version, bool Latest, string? Branch, string? Tag, bool MainBranch, string? Environment)
{
    /// <summary>The versions meant, oldest first; none when there is no such version.</summary>
    public IReadOnlyList<PacticipantVersion> Resolve(BrokerState state)
    {
        if (state.FindPacticipant(Pacticipant) is not { } pacticipant)
            return [];

        var inEnvironment = Environment is null ? null : MatrixTarget.VersionsIn(state, state.GetEnvironmentByName(Environment));
        var branch = MainBranch ? pacticipant.MainBranch : Branch;
        var versions = pacticipant.Versions.Where(version =>
            (Version is null || version.Number == Version)
            && ((branch is null && !MainBranch) || version.Branches.Any(name => name == branch))
            && (Tag is null || version.Tags.Contains(Tag))
            && (inEnvironment is null || inEnvironment.Contains(version)));
        return [.. Latest || branch is not null ? versions.TakeLast(1) : versions];
    }

    public override string ToString() =>
        Version is not null ? $"version {Version} of {Pacticipant}"
        : MainBranch ? $"version of {Pacticipant} on its main branch"
        : Branch is not null ? $"version of {Pacticipant} on branch {Branch}"
        : Tag is not null ? $"version of {Pacticipant} with tag {Tag}"
        : Environment is not null ? $"version of {Pacticipant} in {Environment}"
        : $"version of {Pacticipant}";
}
