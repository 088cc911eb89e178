namespace Parley.Pacts;

/// <summary>How the core signs in; null for what is not used.</summary>
internal sealed record Credentials(string? User, string? Password, string? Token)
{
    public static Credentials None { get; } = new(null, null, null);

    public static Credentials Basic(string user, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        ArgumentException.ThrowIfNullOrEmpty(password);
        return new Credentials(user, password, null);
    }

    public static Credentials Bearer(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return new Credentials(null, null, token);
    }
}
