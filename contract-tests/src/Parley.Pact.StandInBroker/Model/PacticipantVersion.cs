namespace Parley.Pacts.StandInBroker.Model;

/// <summary>One version of an application, with the branches and tags it is on.</summary>
internal sealed class PacticipantVersion(Pacticipant pacticipant, string number)
{
    private readonly List<string> _branches = [];
    private readonly List<string> _tags = [];

    public Pacticipant Pacticipant { get; } = pacticipant;

    public string Number { get; } = number;

    public string? BuildUrl { get; set; }

    public IReadOnlyList<string> Branches => _branches;

    public IReadOnlyList<string> Tags => _tags;

    public void AddBranch(string branch)
    {
        if (!_branches.Contains(branch))
            _branches.Add(branch);
    }

    public void AddTag(string tag)
    {
        if (!_tags.Contains(tag))
            _tags.Add(tag);
    }
}
