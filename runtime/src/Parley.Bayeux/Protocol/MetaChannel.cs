namespace Parley.Bayeux;

/// <summary>The channels of the protocol itself.</summary>
internal static class MetaChannel
{
    public const string Handshake = "/meta/handshake";
    public const string Connect = "/meta/connect";
    public const string Disconnect = "/meta/disconnect";
    public const string Subscribe = "/meta/subscribe";
    public const string Unsubscribe = "/meta/unsubscribe";
}
