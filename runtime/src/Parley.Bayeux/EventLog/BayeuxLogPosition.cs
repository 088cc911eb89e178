namespace Parley.Bayeux;

/// <summary>What a log retains for a user and what the user's clients have confirmed.</summary>
/// <param name="Oldest">Lowest retained sequence; 0 when nothing is retained.</param>
/// <param name="Newest">Highest sequence ever given to the user; 0 when none was.</param>
/// <param name="Cursors">One for each private channel that has retained events or a stored cursor.</param>
public sealed record BayeuxLogPosition(long Oldest, long Newest, IReadOnlyList<BayeuxCursor> Cursors);
