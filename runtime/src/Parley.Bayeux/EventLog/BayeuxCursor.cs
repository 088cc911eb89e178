namespace Parley.Bayeux;

/// <summary>Up to where one private channel of a user has been confirmed.</summary>
/// <param name="Channel">The private channel.</param>
/// <param name="Sequence">Sequence of the last confirmed event; 0 when none was.</param>
public readonly record struct BayeuxCursor(string Channel, long Sequence);
