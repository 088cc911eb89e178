namespace Parley.Bayeux;

/// <summary>A connect that waits for something to deliver.</summary>
internal abstract class HeldConnect(IncomingMessage message, long cycle, long interval)
{
    /// <summary>The message to be answered.</summary>
    public IncomingMessage Message => message;

    /// <summary>Which of the session's connects it is.</summary>
    public long Cycle => cycle;

    /// <summary>Milliseconds that the client will be told to wait before the next one.</summary>
    public long Interval => interval;

    /// <summary>Timestamp until which it may be held.</summary>
    public long Deadline { get; init; }

    /// <summary>Answers it. Called once, outside of all locks.</summary>
    public abstract void Complete(ConnectOutcome outcome);
}
