namespace Parley;

/// <summary>One notification of a contract.</summary>
public sealed record NotificationDescriptor
{
    /// <summary>Name in the manifest, unique in the contract.</summary>
    public required string Name { get; init; }

    /// <summary>The Bayeux channel, such as <c>/v2/me/interactions</c>; <c>/me/</c> stands for the recipient.</summary>
    public required string Channel { get; init; }

    /// <summary>One sentence for a reader.</summary>
    public string Summary { get; init; } = "";
}
