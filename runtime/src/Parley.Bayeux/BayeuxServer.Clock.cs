namespace Parley.Bayeux;

/// <content>What happens in time: the sweep, and the end.</content>
public sealed partial class BayeuxServer
{
    /// <summary>Answers connects that were held long enough, ends sessions that expired, cuts sockets that hang.</summary>
    internal void Sweep()
    {
        var now = Time.GetTimestamp();
        var next = Time.After(Options.SweepPeriod);
        foreach (var session in Sessions.All)
        {
            try
            {
                if (session.Sweep(now, next))
                    End(session, RemovalReason.Expired);
                else if (session.IsInactive(now))
                    End(session, RemovalReason.Inactive);
            }
            catch (Exception exception)
            {
                // The timer calls this: what one session throws would end the process, and all others with it.
                Log.SweepFailed(_logger, exception, session.UserId);
            }
        }

        foreach (var (socket, _) in Sockets)
        {
            try
            {
                socket.Sweep(now);
            }
            catch (Exception exception)
            {
                Log.SweepFailed(_logger, exception, socket.UserId);
            }
        }
    }

    /// <summary>Sends the clients away: no more handshakes, held connects answered, sockets closed with 1001.</summary>
    internal void Drain()
    {
        if (_draining)
            return;
        _draining = true;
        Log.Draining(_logger, Sessions.Count, Sockets.Count);
        foreach (var session in Sessions.All)
            session.Drain();
        foreach (var (socket, _) in Sockets)
            socket.Close(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, "The server is stopping");
    }

    /// <summary>Waits for the cursors that are being written, so that what clients have is not sent again after a restart; not longer than the option says.</summary>
    internal async Task FinishWritesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CursorWrites.IdleAsync().WaitAsync(Options.DrainTimeout, Time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Log.WritesAbandoned(_logger);
        }
    }

    /// <summary>The advice of a successful reply.</summary>
    /// <param name="interval">Milliseconds to the next connect.</param>
    internal Advice Advise(long interval) =>
        new(Reconnect.Retry, interval, (long)Options.Timeout.TotalMilliseconds, (long)Options.MaxInterval.TotalMilliseconds);

    /// <summary>When a client of a stopping server comes back: spread, so that they do not come all at once.</summary>
    internal long DrainInterval() => Random.Shared.NextInt64((long)Options.DrainInterval.TotalMilliseconds + 1);
}
