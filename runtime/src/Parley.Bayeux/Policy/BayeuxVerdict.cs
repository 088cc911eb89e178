namespace Parley.Bayeux;

/// <summary>What a policy or authorizer decides.</summary>
public readonly record struct BayeuxVerdict
{
    private BayeuxVerdict(bool mayBeGranted, string? reason)
    {
        IsDenied = true;
        MayBeGranted = mayBeGranted;
        Reason = reason;
    }

    /// <summary>Yes. Also the default value.</summary>
    public static BayeuxVerdict Allowed => default;

    /// <summary>Whether it is a no.</summary>
    public bool IsDenied { get; }

    /// <summary>Whether a no of the policy gives way where an <see cref="IBayeuxAuthorizer"/> of the channel grants.</summary>
    public bool MayBeGranted { get; }

    /// <summary>Why, as the client is told in the middle part of the error; null for no reason.</summary>
    public string? Reason { get; }

    /// <summary>No.</summary>
    /// <param name="reason">Why, in a few words for the client; colons become spaces.</param>
    public static BayeuxVerdict Denied(string? reason = null) => new(false, reason);

    /// <summary>No, where no <see cref="IBayeuxAuthorizer"/> of the channel grants. Said by an authorizer or of a handshake, it is a plain no.</summary>
    /// <param name="reason">Why, in a few words for the client; colons become spaces.</param>
    public static BayeuxVerdict DeniedUnlessGranted(string? reason = null) => new(true, reason);
}
