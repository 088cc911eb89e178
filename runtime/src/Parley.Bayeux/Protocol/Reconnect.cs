namespace Parley.Bayeux;

/// <summary>How a client goes on.</summary>
internal enum Reconnect
{
    /// <summary>With another connect.</summary>
    Retry,

    /// <summary>With a new handshake.</summary>
    Handshake,

    /// <summary>Not at all.</summary>
    None,
}
