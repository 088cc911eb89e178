namespace ContactCenter.ContractTests;

/// <summary>Identifiers that requests and provider states agree on.</summary>
internal static class People
{
    /// <summary>Who calls: the user as whom the provider's test signs every request in. The permissions are those of the provider state.</summary>
    public const string Caller = "4f0e5c1b7a9d4e2f8b6c3d2a1f0e9d8c";

    /// <summary>Another agent, whom is transferred to, invited, and supervised.</summary>
    public const string Colleague = "0d1c5b0f9a7e4a5c8c4f9b2e6a3d7c11";

    /// <summary>An identifier that no agent has.</summary>
    public const string Nobody = "00000000000040008000000000000000";
}
