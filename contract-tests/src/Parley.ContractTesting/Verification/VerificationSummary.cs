namespace Parley.ContractTesting;

/// <summary>What was verified, pending pacts included, whatever came out for them: the Pact core's report, which goes to the output, tells those apart.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Pacts">Pacts, one for each consumer and content.</param>
/// <param name="Interactions">Requests with their answers.</param>
/// <param name="Messages">Messages.</param>
public sealed record VerificationSummary(string Provider, int Pacts, int Interactions, int Messages)
{
    internal static VerificationSummary Of(string provider, IReadOnlyList<PactDocument> pacts)
    {
        var messages = pacts.Sum(pact => pact.Messages.Count());
        return new VerificationSummary(provider, pacts.Count, pacts.Sum(pact => pact.Interactions.Count) - messages, messages);
    }

    /// <summary>A line for people.</summary>
    public override string ToString() => $"{Provider}: {Pacts} pact(s) verified, {Interactions} interactions and {Messages} messages.";
}
