namespace ContactCenter.Accounts;

/// <summary>Somebody who can log in.</summary>
internal sealed record Account
{
    /// <summary>Identifier: 32 hexadecimal digits in lower case.</summary>
    public required string Id { get; init; }

    /// <summary>Name to log in with, 1 to 64 characters without a colon; compared exactly.</summary>
    public required string Login { get; init; }

    /// <summary>Name shown to others.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What <see cref="PasswordHash.Create"/> made of the password.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Permissions, such as <c>Agent</c>.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Features, such as <c>api-multimedia</c>.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Skills, such as <c>billing</c>.</summary>
    public IReadOnlyList<AccountSkill> Skills { get; init; } = [];

    /// <summary>Whether this is one of the accounts whose password everybody knows; they work over loopback connections only.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether the account has a permission.</summary>
    public bool Has(string permission) => Permissions.Contains(permission);
}

/// <summary>A skill of an account.</summary>
/// <param name="Name">The skill.</param>
/// <param name="Level">How well it is had, from 1; higher is better.</param>
internal sealed record AccountSkill(string Name, int Level = 1);
