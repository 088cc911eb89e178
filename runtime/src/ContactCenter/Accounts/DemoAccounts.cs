namespace ContactCenter.Accounts;

/// <summary>Accounts to try the program with. Their password is public, so they exist only when asked for and only on loopback.</summary>
internal static class DemoAccounts
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "demo";

    /// <summary>Makes them; their identifiers are the same in every run.</summary>
    /// <param name="iterations">Iterations of the password hash.</param>
    public static IReadOnlyList<Account> Create(int iterations = PasswordHash.DefaultIterations)
    {
        // One hash for all: a salt of its own for each would hide a password that is printed on the console.
        var hash = PasswordHash.Create(Password, iterations);
        return
        [
            Agent("0a1e0000000040008000000000000001", "agent1", "Anna"),
            Agent("0a1e0000000040008000000000000002", "agent2", "Ben", "billing"),
            Agent("0a1e0000000040008000000000000003", "agent3", "Clara", "billing"),
            Agent("0a1e0000000040008000000000000004", "agent4", "David"),
            Make("0a1e0000000040008000000000000011", "supervisor1", "Sofia", Permission.Supervisor),
            Make("0a1e0000000040008000000000000021", "admin1", "Adam", Permission.ContactCenterAdmin),
            Make("0a1e0000000040008000000000000031", "gateway1", "Gateway", Permission.MediaGateway),
        ];

        Account Agent(string id, string login, string name, params string[] skills) =>
            Make(id, login, name, Permission.Agent) with { Skills = [.. skills.Select(skill => new AccountSkill(skill))] };

        Account Make(string id, string login, string name, string permission) => new()
        {
            Id = id,
            Login = login,
            DisplayName = name,
            PasswordHash = hash,
            Permissions = [permission],
            Features = ["api-multimedia", "api-multimedia-chat", "api-multimedia-email"],
            IsDemo = true,
        };
    }
}
