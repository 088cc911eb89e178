using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>A pact that a provider has to verify, and why.</summary>
internal sealed record SelectedPact(PactPublication Publication, string Reason, bool IsPending, bool IsWorkInProgress);
