namespace Parley.Bayeux;

/// <summary>A connect whose POST waits.</summary>
internal sealed class LongPollHeldConnect(IncomingMessage message, long cycle, long interval, BrowserTable browsers, string? browserId)
    : HeldConnect(message, cycle, interval)
{
    private readonly TaskCompletionSource<ConnectOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the connect is to be answered.</summary>
    public Task<ConnectOutcome> Outcome => _outcome.Task;

    public override void Complete(ConnectOutcome outcome)
    {
        // Before the next connect of the same browser is counted, not when this POST's continuation gets to run.
        if (browserId is not null)
            browsers.Leave(browserId);
        _outcome.SetResult(outcome);
    }
}
