using System.Globalization;
using Parley.Pacts.StandInBroker.Http;
using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>What a provider asks when it wants to know what to verify.</summary>
internal sealed record VerificationRequest(
    IReadOnlyList<ConsumerVersionSelector> Selectors, bool IncludePendingStatus, DateTimeOffset? IncludeWorkInProgressSince, string? ProviderBranch, IReadOnlyList<string> ProviderTags)
{
    /// <exception cref="BrokerRefusalException">A member has the wrong type or meaning.</exception>
    public static VerificationRequest Read(JsonMembers body)
    {
        var selectors = body.Objects("consumerVersionSelectors").Select(ConsumerVersionSelector.Read).ToList();
        var branch = body.OptionalText("providerVersionBranch");
        if (branch is null && selectors.Exists(selector => selector.MatchingBranch))
            throw body.Refuse("has a selector with matchingBranch, which needs providerVersionBranch");

        return new VerificationRequest(
            selectors.Count == 0 ? [ConsumerVersionSelector.LatestOfAll] : selectors,
            body.Flag("includePendingStatus"),
            body.OptionalText("includeWipPactsSince") is { } since ? ReadDate(body, since) : null,
            branch,
            body.Texts("providerVersionTags"));
    }

    /// <summary>Work in progress can only be told for a line of the provider.</summary>
    public bool NamesAProviderLine => ProviderBranch is not null || ProviderTags.Count > 0;

    /// <summary>Whether a provider's version is on the branch (or has one of the tags) for which the provider asks; any version when it names neither.</summary>
    public bool IsOfThisProviderLine(PacticipantVersion version) =>
        !NamesAProviderLine || (ProviderBranch is null ? version.Tags.Any(ProviderTags.Contains) : version.Branches.Contains(ProviderBranch));

    private static DateTimeOffset ReadDate(JsonMembers body, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw body.Refuse($"has includeWipPactsSince '{text}', which is not a date such as 2026-01-31");
}
