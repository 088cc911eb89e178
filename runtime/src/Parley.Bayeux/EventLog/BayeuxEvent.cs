namespace Parley.Bayeux;

/// <summary>One event of a user's private stream.</summary>
/// <param name="Sequence">Place in the user's stream over all of the user's private channels; 1 or more, ascending. The client sees it as <c>ext.replay</c>.</param>
/// <param name="Channel">The private channel, such as <c>/v2/me/interactions</c>.</param>
/// <param name="Data">The payload: one JSON value as UTF-8. Must not change after it was handed over.</param>
public sealed record BayeuxEvent(long Sequence, string Channel, ReadOnlyMemory<byte> Data);
