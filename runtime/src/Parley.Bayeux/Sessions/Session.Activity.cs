namespace Parley.Bayeux;

/// <content>The clock of what the user does, which connects do not reset: they are sent by programs.</content>
internal sealed partial class Session
{
    private long _inactiveAt;

    /// <summary>The client sent something other than a connect.</summary>
    public void MarkActive() => Volatile.Write(ref _inactiveAt, _limits.InactiveAfter());

    /// <summary>Whether the client has sent nothing but connects for too long.</summary>
    public bool IsInactive(long now) => now >= Volatile.Read(ref _inactiveAt);
}
