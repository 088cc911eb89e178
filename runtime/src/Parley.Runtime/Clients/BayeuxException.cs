namespace Parley;

/// <summary>A Bayeux server refused a message.</summary>
/// <param name="channel">The meta channel or channel of the refused message.</param>
/// <param name="error">The server's <c>error</c> member, such as <c>403::subscribe_denied</c>, or a sentence when it sent none.</param>
public sealed class BayeuxException(string channel, string error) : Exception($"{channel} was refused: {error}")
{
    /// <summary>The meta channel or channel of the refused message.</summary>
    public string Channel => channel;

    /// <summary>The server's <c>error</c> member, such as <c>403::subscribe_denied</c>.</summary>
    public string Error => error;
}
