namespace Parley.Pacts.StandInBroker.Model;

/// <summary>An application that takes part in pacts, as consumer, provider or both.</summary>
internal sealed class Pacticipant(string name)
{
    private static readonly string[] CandidatesForMainBranch = ["main", "master", "develop"];

    private readonly List<PacticipantVersion> _versions = [];

    public string Name { get; } = name;

    /// <summary>The first of its branches that is called as main branches are; null until there is one.</summary>
    public string? MainBranch { get; private set; }

    /// <summary>Its versions, oldest first.</summary>
    public IReadOnlyList<PacticipantVersion> Versions => _versions;

    public PacticipantVersion? Find(string number) => _versions.Find(version => version.Number == number);

    public PacticipantVersion FindOrAdd(string number)
    {
        if (Find(number) is { } known)
            return known;

        var added = new PacticipantVersion(this, number);
        _versions.Add(added);
        return added;
    }

    public void AddToBranch(PacticipantVersion version, string branch)
    {
        version.AddBranch(branch);
        if (MainBranch is null && CandidatesForMainBranch.Contains(branch))
            MainBranch = branch;
    }
}
