using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

/// <summary>Writes confirmed cursors to the log: one write at a time, what comes meanwhile goes into the next one.</summary>
internal sealed partial class CursorWriter(string userId, IBayeuxEventLog log, CursorWrites writes, ILogger logger, CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private Dictionary<string, long>? _pending;
    private bool _writing;
    private bool _failed;

    /// <summary>Takes cursors to be written.</summary>
    public void Add(Dictionary<string, long> cursors)
    {
        lock (_gate)
        {
            Merge(cursors);
            Start();
        }
    }

    /// <summary>Repeats a write that failed.</summary>
    public void Retry()
    {
        if (!Volatile.Read(ref _failed))
            return;
        lock (_gate)
            Start();
    }

    private void Start()
    {
        if (_writing || _pending is null)
            return;
        _writing = true;
        writes.Begin();
        _ = Task.Run(WriteAsync, CancellationToken.None);
    }

    private async Task WriteAsync()
    {
        while (Next() is { } cursors)
        {
            try
            {
                await log.AcknowledgeAsync(userId, [.. cursors.Select(cursor => new BayeuxCursor(cursor.Key, cursor.Value))], stopping);
            }
            catch (Exception exception)
            {
                if (!stopping.IsCancellationRequested)
                    Log.WriteFailed(logger, exception, userId);
                lock (_gate)
                {
                    Merge(cursors);
                    _writing = false;
                    _failed = true;
                }

                break;
            }
        }

        writes.End();
    }

    private Dictionary<string, long>? Next()
    {
        lock (_gate)
        {
            var next = _pending;
            _pending = null;
            _writing = next is not null;
            _failed = false;
            return next;
        }
    }

    private void Merge(Dictionary<string, long> cursors)
    {
        _pending ??= [];
        foreach (var (channel, sequence) in cursors)
            _pending[channel] = Math.Max(sequence, _pending.GetValueOrDefault(channel));
    }
}
