using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>Brings a provider state about.</summary>
/// <param name="parameters">The state's parameters, as the pact has them.</param>
/// <param name="cancellationToken">The verification is given up.</param>
/// <returns>Values for the pact's <c>ProviderState</c> generators, such as <c>{"id":"7"}</c> for <c>${id}</c>; null for none.</returns>
public delegate Task<JsonObject?> ProviderState(StateParameters parameters, CancellationToken cancellationToken);
