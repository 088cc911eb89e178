namespace Parley.Bayeux;

/// <summary>
/// Has a vote on what sessions do on the channels that it is registered for (<see cref="IBayeuxBuilder.Authorize(string, IBayeuxAuthorizer)"/>), after the
/// <see cref="IBayeuxPolicy"/> has not refused. One denial refuses; where authorizers are registered, at least one has to grant.
/// </summary>
/// <remarks>
/// A pattern that is subscribed to is put to the authorizers of everything that it takes in: subscribing to <c>/chat/**</c> asks those of <c>/**</c>, of
/// <c>/chat/**</c> and of <c>/chat/secret</c>, and a wide subscription cannot reach what a narrow one is refused.
/// </remarks>
public interface IBayeuxAuthorizer
{
    /// <summary>Votes.</summary>
    /// <param name="operation">What is wanted.</param>
    /// <param name="session">Who wants it.</param>
    /// <param name="channel">Where: a channel, or the pattern that is subscribed to.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see cref="BayeuxVerdict.Allowed"/> grants, a denial refuses, null abstains.</returns>
    ValueTask<BayeuxVerdict?> AuthorizeAsync(BayeuxOperation operation, BayeuxSession session, string channel, CancellationToken cancellationToken);
}
