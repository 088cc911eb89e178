namespace Parley.ContractTesting;

/// <summary>What was verified.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Pacts">Pacts, one for each consumer and content, pending ones included.</param>
/// <param name="Interactions">Requests with their answers, pending ones included.</param>
/// <param name="Messages">Messages, pending ones included.</param>
/// <param name="PendingFailures">
/// How many of the interactions and messages are not kept, but pending: no version of the provider has kept their pact yet, so that they do not fail the build.
/// </param>
public sealed record VerificationSummary(string Provider, int Pacts, int Interactions, int Messages, int PendingFailures)
{
    internal static VerificationSummary Of(string provider, IReadOnlyList<PactDocument> pacts, int pendingFailures)
    {
        var messages = pacts.Sum(pact => pact.Messages.Count());
        return new VerificationSummary(provider, pacts.Count, pacts.Sum(pact => pact.Interactions.Count) - messages, messages, pendingFailures);
    }

    /// <summary>A line for people.</summary>
    public override string ToString()
    {
        var line = $"{Provider}: {Pacts} pact(s) verified, {Interactions} interactions and {Messages} messages.";
        return PendingFailures switch
        {
            0 => line,
            _ when PendingFailures < Interactions + Messages => $"{line} {PendingFailures} of them failed; they are pending, so the build does not.",
            _ => $"{line} All of them failed, so nothing is kept; they are pending, so the build does not fail.",
        };
    }
}
