namespace ContactCenter.ContractTests;

/// <summary>The programs that the pacts are between, as a broker knows them: one name for each that is deployed.</summary>
internal static class Parties
{
    /// <summary>The agents' desktop: all five documented contracts and the notifications.</summary>
    public const string AgentDesktop = "AgentDesktop";

    /// <summary>The reference contact center.</summary>
    public const string ContactCenter = "ContactCenter";
}
