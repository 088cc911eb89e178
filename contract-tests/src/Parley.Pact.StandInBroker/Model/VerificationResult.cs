using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Model;

/// <summary>What a provider's version found when it verified a pact's content. Published is what the verifier sent.</summary>
internal sealed record VerificationResult(int Number, PactVersion Pact, PacticipantVersion ProviderVersion, bool Success, JsonObject Published);
