using Parley.Pacts.StandInBroker.Http;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>Which consumer versions' pacts a provider asks for; the members are those of Pact's consumer version selectors.</summary>
internal sealed record ConsumerVersionSelector
{
    private static readonly string[] Known =
        ["mainBranch", "matchingBranch", "branch", "fallbackBranch", "tag", "fallbackTag", "deployed", "released", "deployedOrReleased", "environment", "latest", "consumer"];

    public bool MainBranch { get; private init; }

    public bool MatchingBranch { get; private init; }

    public string? Branch { get; private init; }

    public string? FallbackBranch { get; private init; }

    public string? Tag { get; private init; }

    public string? FallbackTag { get; private init; }

    public bool Deployed { get; private init; }

    public bool Released { get; private init; }

    public bool DeployedOrReleased { get; private init; }

    public string? Environment { get; private init; }

    public bool Latest { get; private init; }

    public string? Consumer { get; private init; }

    /// <summary>What is asked for when no selector is given: the latest pact of each consumer.</summary>
    public static ConsumerVersionSelector LatestOfAll { get; } = new() { Latest = true };

    /// <exception cref="BrokerRefusalException">A member is unknown, has the wrong type, or none of those that select is there.</exception>
    public static ConsumerVersionSelector Read(JsonMembers members)
    {
        members.RefuseOthersThan(Known);
        var selector = new ConsumerVersionSelector
        {
            MainBranch = members.Flag("mainBranch"),
            MatchingBranch = members.Flag("matchingBranch"),
            Branch = members.OptionalText("branch"),
            FallbackBranch = members.OptionalText("fallbackBranch"),
            Tag = members.OptionalText("tag"),
            FallbackTag = members.OptionalText("fallbackTag"),
            Deployed = members.Flag("deployed"),
            Released = members.Flag("released"),
            DeployedOrReleased = members.Flag("deployedOrReleased"),
            Environment = members.OptionalText("environment"),
            Latest = members.Flag("latest"),
            Consumer = members.OptionalText("consumer"),
        };
        return selector.Selects ? selector : throw members.Refuse("selects nothing; give one of mainBranch, matchingBranch, branch, tag, latest, deployed, released, deployedOrReleased or environment");
    }

    private bool Selects =>
        MainBranch || MatchingBranch || Branch is not null || Tag is not null || Latest || Deployed || Released || DeployedOrReleased || Environment is not null;

    public override string ToString() =>
        (MainBranch ? "latest version from the main branch"
            : MatchingBranch ? "latest version from the provider's own branch"
            : Branch is not null ? $"latest version from branch '{Branch}'"
            : Tag is not null ? Latest ? $"latest version tagged '{Tag}'" : $"all versions tagged '{Tag}'"
            : Deployed ? "version(s) currently deployed" + Place
            : Released ? "version(s) currently released and supported" + Place
            : DeployedOrReleased || Environment is not null ? "version(s) currently deployed or released" + Place
            : "latest version")
        + (Consumer is null ? "" : $" of '{Consumer}'");

    private string Place => Environment is null ? "" : $" to '{Environment}'";
}
