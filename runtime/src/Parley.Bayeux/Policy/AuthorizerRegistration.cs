namespace Parley.Bayeux;

/// <summary>An authorizer and the channels that it votes on.</summary>
/// <param name="Pattern">The channel or pattern.</param>
/// <param name="Authorizer">Finds the authorizer.</param>
internal sealed record AuthorizerRegistration(ChannelPattern Pattern, Func<IServiceProvider, IBayeuxAuthorizer> Authorizer);
