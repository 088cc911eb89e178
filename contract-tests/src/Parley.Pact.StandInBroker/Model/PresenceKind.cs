namespace Parley.Pacts.StandInBroker.Model;

/// <summary>How a version came to an environment.</summary>
internal enum PresenceKind
{
    /// <summary>It runs there and replaced the version that ran before.</summary>
    Deployed,

    /// <summary>It was handed out, as a mobile application is; earlier releases stay.</summary>
    Released,
}
