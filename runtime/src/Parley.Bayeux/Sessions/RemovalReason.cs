namespace Parley.Bayeux;

/// <summary>Why a session ends.</summary>
public enum RemovalReason
{
    /// <summary>The client said so.</summary>
    Disconnected,

    /// <summary>The application said so.</summary>
    DisconnectedByServer,

    /// <summary>No connect came within interval and maxInterval.</summary>
    Expired,

    /// <summary>More broadcasts waited than the cap allows.</summary>
    QueueOverflow,

    /// <summary>Nothing but connects came for <see cref="BayeuxOptions.MaxInactivity"/>.</summary>
    Inactive,
}
