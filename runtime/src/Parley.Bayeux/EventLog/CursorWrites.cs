namespace Parley.Bayeux;

/// <summary>Counts the writes of cursors that are in flight over all sessions, so that a stopping server can wait for them.</summary>
internal sealed class CursorWrites
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _idle;
    private int _count;

    /// <summary>A write begins.</summary>
    public void Begin()
    {
        lock (_gate)
            _count++;
    }

    /// <summary>A write has ended, well or not.</summary>
    public void End()
    {
        TaskCompletionSource? idle = null;
        lock (_gate)
        {
            if (--_count == 0)
                (idle, _idle) = (_idle, null);
        }

        idle?.SetResult();
    }

    /// <summary>Ends when no write is in flight.</summary>
    public Task IdleAsync()
    {
        lock (_gate)
            return _count == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
