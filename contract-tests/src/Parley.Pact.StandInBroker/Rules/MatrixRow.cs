using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>One consumer version's pact with a provider, and what a version of the provider made of it.</summary>
/// <param name="Publication">The consumer's version and its pact.</param>
/// <param name="ProviderVersion">The provider's version, or null when there is none at the target or none has verified the pact.</param>
/// <param name="Result">The latest verification of the pact's content by that version, or null when there is none.</param>
internal sealed record MatrixRow(PactPublication Publication, PacticipantVersion? ProviderVersion, VerificationResult? Result);
