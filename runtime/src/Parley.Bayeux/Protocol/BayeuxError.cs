namespace Parley.Bayeux;

/// <summary>Values of a reply's <c>error</c> member, <c>code:arguments:message</c>.</summary>
internal static class BayeuxError
{
    public const string ChannelMissing = "400::channel_missing";
    public const string DataMissing = "400::data_missing";
    public const string SubscriptionMissing = "403::subscription_missing";
    public const string SubscriptionInvalid = "403::subscription_invalid";
    public const string NotSubscribed = "400::channel_missing";
    public const string ReplayInvalid = "400::replay_invalid";
    public const string HandshakeNotAlone = "400::handshake_not_alone";
    public const string NoCommonTransport = "400::unsupported_connection_type";
    public const string VersionUnsupported = "400::unsupported_version";
    public const string SessionUnknown = "402::session_unknown";
    public const string ChannelUnknown = "404::channel_unknown";
    public const string ChannelInvalid = "405::channel_invalid";
    public const string MessageIdInvalid = "405::message_id_invalid";
    public const string ConnectOvertaken = "408::connect_overtaken";
    public const string InternalError = "500::internal_error";
    public const string Draining = "503::draining";

    /// <summary>A <c>403</c> of the policy. The reason is cut out of the way of the separators.</summary>
    public static string Denied(string? reason, string message) => $"403:{reason?.Replace(':', ' ')}:{message}";
}
