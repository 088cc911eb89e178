namespace ContactCenter.Accounts;

/// <summary>An account in the configuration section <c>ContactCenter:Accounts</c>.</summary>
internal sealed class AccountOptions
{
    /// <summary>Identifier: 32 hexadecimal digits in lower case.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name to log in with: 1 to 64 characters without a colon.</summary>
    public string Login { get; set; } = "";

    /// <summary>Name shown to others; the login when it is empty.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Hash of the password, as <c>--hash-password</c> prints it.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>Permissions: <c>Agent</c>, <c>Supervisor</c>, <c>Contact Center Admin</c>, <c>MediaGateway</c>.</summary>
    public List<string> Permissions { get; } = [];

    /// <summary>Features; <c>api-multimedia</c> is what chats and SMS sessions need.</summary>
    public List<string> Features { get; } = [];

    /// <summary>Skills.</summary>
    public List<string> Skills { get; } = [];

    /// <summary>Makes the account.</summary>
    /// <exception cref="InvalidOperationException">A value breaks a rule.</exception>
    public Account ToAccount()
    {
        var name = $"The account '{Login}' in ContactCenter:Accounts";
        if (Id.Length != 32 || !Id.All(char.IsAsciiHexDigitLower))
            throw new InvalidOperationException($"{name} needs an Id of 32 hexadecimal digits in lower case.");
        if (Login.Length is 0 or > 64 || Login.Contains(':', StringComparison.Ordinal))
            throw new InvalidOperationException($"{name} needs a Login of 1 to 64 characters without a colon.");
        if (!Accounts.PasswordHash.IsWellFormed(PasswordHash))
            throw new InvalidOperationException($"{name} needs a PasswordHash as --hash-password prints it.");
        if (Permissions.FirstOrDefault(permission => !Permission.All.Contains(permission)) is { } unknown)
            throw new InvalidOperationException($"{name} has the permission '{unknown}'; permissions are {string.Join(", ", Permission.All)}.");

        return new Account
        {
            Id = Id,
            Login = Login,
            DisplayName = DisplayName.Length == 0 ? Login : DisplayName,
            PasswordHash = PasswordHash,
            Permissions = [.. Permissions],
            Features = [.. Features],
            Skills = [.. Skills.Select(skill => new AccountSkill(skill))],
        };
    }
}
