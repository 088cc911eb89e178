namespace Parley.Bayeux;

/// <summary>
/// The durable source of private channels: one ordered list of events for each user, and for each of the user's private channels a cursor that says
/// up to where a client has confirmed them. The server keeps no events of its own: a session reads on after a <see cref="BayeuxServer.Wake"/>,
/// and a new session starts after the stored cursors, so that what was not confirmed before a restart is sent again under the same sequence number.
/// </summary>
/// <remarks>
/// Register the implementation as a singleton; methods are called concurrently. A call that throws is logged and repeated at the next wake or sweep;
/// no event is skipped because of it.
/// </remarks>
public interface IBayeuxEventLog
{
    /// <summary>Where the log of a user stands: what is retained and what has been confirmed.</summary>
    /// <param name="userId">The user, as <see cref="BayeuxOptions.UserId"/> names him.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// Bounds and cursors. Every private channel that has retained events is among the cursors, with 0 when none of them was confirmed: its first subscriber
    /// gets everything retained. A log that wants a new channel to start elsewhere lists it with that cursor.
    /// </returns>
    ValueTask<BayeuxLogPosition> GetPositionAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Reads committed events of a user, over all private channels, ascending by sequence.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="afterSequence">Only events with a higher sequence; 0 reads from the oldest retained one.</param>
    /// <param name="max">Most events to return, 1 to 1000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// Events in ascending order; empty only when there are none. Fewer than <paramref name="max"/> are no end: a log of large events stops at about 1 MiB,
    /// but not before the first, and is asked for the rest. Sequences of one user may have gaps, yet once a sequence has been readable
    /// no lower one may appear: give numbers in the order of commits.
    /// </returns>
    ValueTask<IReadOnlyList<BayeuxEvent>> ReadAsync(string userId, long afterSequence, int max, CancellationToken cancellationToken);

    /// <summary>Moves cursors forward after a client has confirmed events (acknowledge extension) or, without it, after they were written to it.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cursors">At most one for each channel. A cursor never moves back: a lower sequence than the stored one is ignored.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the cursors are durable.</returns>
    ValueTask AcknowledgeAsync(string userId, IReadOnlyList<BayeuxCursor> cursors, CancellationToken cancellationToken);
}
