namespace Parley.Bayeux;

/// <summary>Why a session ends.</summary>
internal enum RemovalReason
{
    /// <summary>The client said so.</summary>
    Disconnected,

    /// <summary>The application said so.</summary>
    DisconnectedByServer,

    /// <summary>No connect came within interval and maxInterval.</summary>
    Expired,

    /// <summary>More broadcasts waited than the cap allows.</summary>
    QueueOverflow,
}
