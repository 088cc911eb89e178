namespace ContactCenter.Accounts;

/// <summary>The permissions that contracts ask for.</summary>
internal static class Permission
{
    public const string Agent = "Agent";
    public const string Supervisor = "Supervisor";
    public const string ContactCenterAdmin = "Contact Center Admin";
    public const string MediaGateway = "MediaGateway";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Agent, Supervisor, ContactCenterAdmin, MediaGateway];
}
