namespace Parley.Bayeux;

/// <summary>What a policy decides.</summary>
public readonly record struct BayeuxVerdict
{
    private BayeuxVerdict(bool isDenied, string? reason)
    {
        IsDenied = isDenied;
        Reason = reason;
    }

    /// <summary>Yes. Also the default value.</summary>
    public static BayeuxVerdict Allowed => default;

    /// <summary>Whether it is a no.</summary>
    public bool IsDenied { get; }

    /// <summary>Why, as the client is told in the middle part of the error; null for no reason.</summary>
    public string? Reason { get; }

    /// <summary>No.</summary>
    /// <param name="reason">Why, in a few words for the client; colons become spaces.</param>
    public static BayeuxVerdict Denied(string? reason = null) => new(true, reason);
}
