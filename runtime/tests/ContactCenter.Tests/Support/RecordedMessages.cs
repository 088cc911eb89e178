using ContactCenter.Conversations;
using ContactCenter.Interactions;
using ContactCenter.Notifications;
using ContactCenter.Store;

namespace ContactCenter.Tests.Support;

/// <summary>Writes down in one line each what people would be told: <c>RECIPIENT what</c>.</summary>
internal sealed class RecordedMessages : IInteractionMessages
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>What has been told since the last call.</summary>
    public string[] Take()
    {
        lock (_gate)
        {
            string[] lines = [.. _lines];
            _lines.Clear();
            return lines;
        }
    }

    /// <summary>Telling a state of this interaction fails.</summary>
    public string? FailsFor { get; set; }

    public void StatusChanged(IUnitOfWork work, Case of, ParticipationRow part, bool participants = true)
    {
        if (of.Interaction.Id == FailsFor)
            throw new InvalidOperationException("This interaction cannot be told.");
        Add($"{part.AgentId} {part.State}");
    }

    public void ParticipantsUpdated(IUnitOfWork work, Case of, ParticipationRow part) =>
        Add($"{part.AgentId} participants {string.Join("+", of.Working.Select(other => other.AgentId).Order(StringComparer.Ordinal))}");

    public void PropertiesUpdated(IUnitOfWork work, Case of, ParticipationRow part) => Add($"{part.AgentId} properties {of.Interaction.UserData}");

    public void LeftConference(IUnitOfWork work, Case of, ParticipationRow part, string leftAgentId) => Add($"{part.AgentId} LeftConference {leftAgentId}");

    public void Log(IUnitOfWork work, Case of, string recipient, IReadOnlyList<TranscriptRow> entries) =>
        Add($"{recipient} log {string.Join(" ", entries.Select(entry => $"{entry.Idx}:{entry.Type}"))}");

    public void WorkbinContent(IUnitOfWork work, string recipient, string workbin, IReadOnlyList<Case> content) =>
        Add($"{recipient} workbin {workbin} {content.Count}");

    private void Add(string line)
    {
        lock (_gate)
            _lines.Add(line);
    }
}
