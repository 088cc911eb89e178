using ContactCenter.Conversations;
using ContactCenter.Interactions;
using ContactCenter.Store;

namespace ContactCenter.Notifications;

/// <summary>What agents and supervisors are told; each message in the shape that the contract of the interaction's channel documents.</summary>
internal interface IInteractionMessages
{
    /// <summary>Tells the owner of a copy its state. An invitation into a conference is told in the flat shape on every channel but SMS.</summary>
    /// <param name="work">The unit of work that the message is committed with.</param>
    /// <param name="of">The interaction.</param>
    /// <param name="part">The recipient's copy.</param>
    /// <param name="participants">Whether participants are listed; the first message after Accept lists none.</param>
    void StatusChanged(IUnitOfWork work, Case of, ParticipationRow part, bool participants = true);

    /// <summary>Tells the owner of a copy who takes part. E-mails have no such message.</summary>
    void ParticipantsUpdated(IUnitOfWork work, Case of, ParticipationRow part);

    /// <summary>Tells the owner of a copy the attached data.</summary>
    void PropertiesUpdated(IUnitOfWork work, Case of, ParticipationRow part);

    /// <summary>Tells those who remain that an agent has left the conference.</summary>
    void LeftConference(IUnitOfWork work, Case of, ParticipationRow part, string leftAgentId);

    /// <summary>Sends transcript entries, at least one, by ascending index.</summary>
    void Log(IUnitOfWork work, Case of, string recipient, IReadOnlyList<TranscriptRow> entries);

    /// <summary>Sends the content of a workbin.</summary>
    void WorkbinContent(IUnitOfWork work, string recipient, string workbin, IReadOnlyList<Case> content);
}
