namespace ContactCenter.ContractTests;

/// <summary>Identifiers that requests and provider states agree on.</summary>
internal static class People
{
    /// <summary>Who calls: the user as whom the provider's test signs every request in. The permissions are those of the provider state.</summary>
    public const string Caller = "4f0e5c1b7a9d4e2f8b6c3d2a1f0e9d8c";

    /// <summary>Another agent, whom is transferred to, invited, and supervised.</summary>
    public const string Colleague = "4ff5b43c856d4cb2a3d6c20a88740257";

    /// <summary>An identifier that no agent has.</summary>
    public const string Nobody = "00000000000040008000000000000000";
}
