namespace Parley.Pacts.StandInBroker.Model;

/// <summary>That a version is or was in an environment.</summary>
internal sealed class Presence(PresenceKind kind, PacticipantVersion version, DeploymentEnvironment environment)
{
    public string Uuid { get; } = Guid.NewGuid().ToString();

    public PresenceKind Kind { get; } = kind;

    public PacticipantVersion Version { get; } = version;

    public DeploymentEnvironment Environment { get; } = environment;

    /// <summary>Deployed and not replaced, or released and still supported.</summary>
    public bool IsCurrent { get; private set; } = true;

    public void End() => IsCurrent = false;
}
