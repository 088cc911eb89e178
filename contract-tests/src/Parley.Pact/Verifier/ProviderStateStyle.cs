namespace Parley.Pacts;

/// <summary>Where a provider state and its parameters stand in the request that sets it up.</summary>
public enum ProviderStateStyle
{
    /// <summary>In a JSON body: <c>{"state","params","action"}</c>.</summary>
    Body,

    /// <summary>In the query.</summary>
    Query,
}
