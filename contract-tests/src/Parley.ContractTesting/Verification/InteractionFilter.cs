using System.Text.RegularExpressions;

namespace Parley.ContractTesting;

/// <summary>Which interactions are verified; each part is a regular expression, null for any.</summary>
internal sealed record InteractionFilter(string? Description, string? State)
{
    public static InteractionFilter None { get; } = new(null, null);

    /// <exception cref="PactFailureException">Nothing is left.</exception>
    public IReadOnlyList<PactDocument> Apply(IReadOnlyList<PactDocument> pacts)
    {
        if (this == None)
            return pacts;

        var left = pacts.Select(pact => pact with { Interactions = [.. pact.Interactions.Where(IsMeant)] }).Where(pact => pact.Interactions.Count > 0).ToList();
        return left.Count > 0
            ? left
            : throw new PactFailureException(
                $"No interaction has a description that matches '{Description ?? ".*"}' and a state that matches '{State ?? ".*"}'. The descriptions are: "
                + string.Join(", ", pacts.SelectMany(pact => pact.Interactions).Select(interaction => $"'{interaction.Description}'").Distinct()));
    }

    public void AddTo(IPactVerifierSource verification)
    {
        if (this != None)
            verification.WithFilter(Description, State);
    }

    private bool IsMeant(PactInteraction interaction) =>
        (Description is null || Regex.IsMatch(interaction.Description, Description))
        && (State is null || interaction.States.Any(state => Regex.IsMatch(state, State)));
}
