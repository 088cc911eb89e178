namespace Parley.Bayeux;

/// <summary>A handler of a service channel or of a pattern below <c>/service</c>.</summary>
/// <param name="Pattern">Which messages it gets.</param>
/// <param name="Handler">Finds the handler in the scope of a call.</param>
internal sealed record ServiceRegistration(ChannelPattern Pattern, Func<IServiceProvider, IBayeuxServiceHandler> Handler);
