namespace Parley.Bayeux;

/// <summary>What a session wants to do on a channel.</summary>
public enum BayeuxOperation
{
    /// <summary>Bring a channel or pattern into being by being the first to subscribe to it.</summary>
    Create,

    /// <summary>Subscribe to a channel or pattern.</summary>
    Subscribe,

    /// <summary>Publish to a channel.</summary>
    Publish,
}
