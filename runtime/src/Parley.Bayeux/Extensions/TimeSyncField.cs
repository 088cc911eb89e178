namespace Parley.Bayeux;

/// <summary><c>ext.timesync</c> of a message, in milliseconds.</summary>
/// <param name="ClientTime">The client's clock when it sent.</param>
/// <param name="Lag">Its estimate of the network lag.</param>
/// <param name="Offset">Its estimate of the difference between the clocks.</param>
/// <param name="ReceivedAt">The server's clock when the message arrived.</param>
internal readonly record struct TimeSyncField(long ClientTime, long Lag, long Offset, long ReceivedAt)
{
    /// <summary>How far off the client's estimate is.</summary>
    public long Accuracy => ClientTime + Lag + Offset - ReceivedAt;
}
