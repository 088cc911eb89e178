namespace Parley.Pacts.StandInBroker.Model;

/// <summary>That a consumer's version promised this content to a provider.</summary>
internal sealed record PactPublication(PacticipantVersion ConsumerVersion, PactVersion Pact, DateTimeOffset CreatedAt);
