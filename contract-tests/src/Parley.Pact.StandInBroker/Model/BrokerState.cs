namespace Parley.Pacts.StandInBroker.Model;

/// <summary>Everything the stand-in knows. Not safe for concurrent use: <see cref="Http.BrokerRoutes"/> lets one call in at a time.</summary>
internal sealed class BrokerState(TimeProvider time)
{
    private readonly List<Pacticipant> _pacticipants = [];
    private readonly List<PactVersion> _pacts = [];
    private readonly List<PactPublication> _publications = [];
    private readonly List<DeploymentEnvironment> _environments = [];
    private readonly List<Presence> _presences = [];

    /// <summary>Every content ever published.</summary>
    public IReadOnlyList<PactVersion> Pacts => _pacts;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PactPublication> Publications => _publications;

    public IReadOnlyList<DeploymentEnvironment> Environments => _environments;

    public IReadOnlyList<Presence> Presences => _presences;

    /// <summary>The status with which verification results are refused; null when they are taken.</summary>
    public int? ResultsRefusedWith { get; set; }

    public Pacticipant? FindPacticipant(string name) => _pacticipants.Find(pacticipant => pacticipant.Name == name);

    public Pacticipant FindOrAddPacticipant(string name)
    {
        if (FindPacticipant(name) is { } known)
            return known;

        var added = new Pacticipant(name);
        _pacticipants.Add(added);
        return added;
    }

    public Pacticipant GetPacticipant(string name) =>
        FindPacticipant(name) ?? throw BrokerRefusalException.NotFound($"No pacticipant is called '{name}'.");

    public PacticipantVersion GetVersion(string name, string number) =>
        GetPacticipant(name).Find(number) ?? throw BrokerRefusalException.NotFound($"'{name}' has no version '{number}'.");

    public PactVersion? FindPact(string consumer, string provider, string hash) =>
        _pacts.Find(pact => pact.Hash == hash && pact.Consumer.Name == consumer && pact.Provider.Name == provider);

    public PactVersion GetPact(string consumer, string provider, string hash) =>
        FindPact(consumer, provider, hash) ?? throw BrokerRefusalException.NotFound($"No pact between '{consumer}' and '{provider}' has the content {hash}.");

    public PactPublication? FindPublication(string consumer, string number, string provider) =>
        _publications.Find(publication => publication.ConsumerVersion.Number == number && publication.Pact.Consumer.Name == consumer && publication.Pact.Provider.Name == provider);

    public void Publish(PacticipantVersion consumerVersion, PactVersion pact)
    {
        if (!_pacts.Contains(pact))
            _pacts.Add(pact);
        _publications.Add(new PactPublication(consumerVersion, pact, time.GetUtcNow()));
    }

    /// <summary>The newest version of the consumer that has published this content.</summary>
    public PacticipantVersion NewestPublisher(PactVersion pact) => _publications.FindLast(publication => publication.Pact == pact)!.ConsumerVersion;

    public DeploymentEnvironment GetEnvironment(string uuid) =>
        _environments.Find(environment => environment.Uuid == uuid) ?? throw BrokerRefusalException.NotFound($"No environment has the id {uuid}.");

    public DeploymentEnvironment GetEnvironmentByName(string name) =>
        _environments.Find(environment => environment.Name == name)
        ?? throw BrokerRefusalException.BadRequest($"No environment is called '{name}'. Create it first: pact broker create-environment --name {name}");

    public void Add(DeploymentEnvironment environment) => _environments.Add(environment);

    /// <summary>Records that a version is in an environment now. A deployment ends the one before; releases add up.</summary>
    public Presence Enter(PresenceKind kind, PacticipantVersion version, DeploymentEnvironment environment)
    {
        var current = _presences.FindAll(presence => presence.IsCurrent && presence.Kind == kind && presence.Environment == environment && presence.Version.Pacticipant == version.Pacticipant);
        if (current.Find(presence => presence.Version == version) is { } already)
            return already;

        if (kind == PresenceKind.Deployed)
            current.ForEach(presence => presence.End());

        var entered = new Presence(kind, version, environment);
        _presences.Add(entered);
        return entered;
    }

    public Presence GetPresence(PresenceKind kind, string uuid) =>
        _presences.Find(presence => presence.Kind == kind && presence.Uuid == uuid) ?? throw BrokerRefusalException.NotFound($"No {kind.ToString().ToLowerInvariant()} version has the id {uuid}.");
}
