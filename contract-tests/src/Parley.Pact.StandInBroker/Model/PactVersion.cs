using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Model;

/// <summary>
/// The content of a pact, addressed by its hash. Verifications belong to the content and not to the consumer's version, so an unchanged pact of a
/// new consumer version is verified already.
/// </summary>
internal sealed class PactVersion(Pacticipant consumer, Pacticipant provider, string hash, JsonObject content)
{
    private readonly List<VerificationResult> _results = [];

    public Pacticipant Consumer { get; } = consumer;

    public Pacticipant Provider { get; } = provider;

    public string Hash { get; } = hash;

    public JsonObject Content { get; } = content;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<VerificationResult> Results => _results;

    public VerificationResult AddResult(PacticipantVersion providerVersion, bool success, JsonObject published)
    {
        var result = new VerificationResult(_results.Count + 1, this, providerVersion, success, published);
        _results.Add(result);
        return result;
    }

    public bool IsVerifiedBy(Func<PacticipantVersion, bool> isProviderVersionMeant) =>
        _results.Exists(result => result.Success && isProviderVersionMeant(result.ProviderVersion));
}
