namespace Parley;

/// <summary>Takes the messages of a channel, one after another in the order received.</summary>
/// <param name="channel">The channel that the message came on.</param>
/// <param name="data">Its data as UTF-8 JSON.</param>
/// <param name="cancellationToken">Cancelled when the client is disposed.</param>
public delegate ValueTask BayeuxHandler(string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

/// <summary>Options of <see cref="BayeuxClient"/>.</summary>
public sealed record BayeuxClientOptions
{
    /// <summary>Whether to ask for the acknowledged-messages extension, so that a lost reply loses no message; default true.</summary>
    public bool Acknowledge { get; init; } = true;

    /// <summary>How long a reply may take beyond what the server announced; more than zero, default 10 seconds.</summary>
    public TimeSpan MaxNetworkDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long <see cref="BayeuxClient.CallAsync"/> waits for its answer; more than zero, default 10 seconds.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>By how much each further failure in a row lengthens the pause before the next attempt; more than zero, default 1 second.</summary>
    public TimeSpan BackoffIncrement { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between attempts; at least <see cref="BackoffIncrement"/>, default 30 seconds.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest reply that is read, in bytes; from 1, default 16777216 (16 MiB).</summary>
    public int MaxReplyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Told when a handler throws; the client goes on with the next message. Null, the default, ends the client instead:
    /// <see cref="BayeuxClient.Completion"/> then carries the exception.
    /// </summary>
    public Action<string, Exception>? HandlerFailed { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal BayeuxClientOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaxNetworkDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CallTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(BackoffIncrement, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBackoff, BackoffIncrement);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxReplyBytes, 1);
        return this;
    }
}
