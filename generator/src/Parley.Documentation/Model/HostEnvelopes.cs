using Parley.Schema.Linking;
using Parley.Schema.Model;

namespace Parley.Documentation.Model;

/// <summary>
/// The envelopes that a manifest describes and no operation of any contract uses: what the host answers with before it comes to an operation. (One that operations of
/// another contract use is here only because the two share a file.)
/// </summary>
internal static class HostEnvelopes
{
    public static IEnumerable<EnvelopeModel> Of(ContractModel contract, LinkResult links) =>
        contract.UnusedEnvelopes.Where(envelope => !links.Contracts.Any(other => other.Envelopes.Contains(envelope)));
}
