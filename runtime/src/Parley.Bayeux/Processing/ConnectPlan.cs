namespace Parley.Bayeux;

/// <summary>How a connect goes on.</summary>
/// <param name="Cycle">The number of the connect in its session.</param>
/// <param name="Interval">Milliseconds that the client will be told to wait after it.</param>
/// <param name="Hold">Whether to hold it when there is nothing to deliver.</param>
/// <param name="Deadline">Timestamp until which it may be held.</param>
/// <param name="Outcome">How it is answered when it is not held.</param>
internal readonly record struct ConnectPlan(long Cycle, long Interval, bool Hold, long Deadline, ConnectOutcome Outcome);
