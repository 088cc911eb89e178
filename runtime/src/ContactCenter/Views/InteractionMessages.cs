using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Conversations;
using ContactCenter.Interactions;
using ContactCenter.Notifications;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Views;

/// <summary>Writes messages through the publishers of the contracts.</summary>
internal sealed class InteractionMessages(InteractionViews views, Uris uris) : IInteractionMessages
{
    /// <inheritdoc/>
    public void StatusChanged(IUnitOfWork work, Case of, ParticipationRow part, bool participants = true)
    {
        // The contract of chats has no state for it: an invitation is told in the flat shape there too.
        if (part.State == States.InvitedConference)
            new InteractionsNotifications(work).InteractionStateMessage(part.AgentId, views.Flat(of, part));
        else
            Tell(work, of, part, StateNotificationType.StatusChange, participants);
    }

    /// <inheritdoc/>
    public void ParticipantsUpdated(IUnitOfWork work, Case of, ParticipationRow part)
    {
        if (of.Interaction.IsConversation)
            Tell(work, of, part, StateNotificationType.ParticipantsUpdated, participants: true);
    }

    /// <inheritdoc/>
    public void PropertiesUpdated(IUnitOfWork work, Case of, ParticipationRow part)
    {
        if (of.Interaction.IsConversation)
        {
            Tell(work, of, part, StateNotificationType.PropertiesUpdated, participants: true);
            return;
        }

        new InteractionsNotifications(work).PropertiesUpdated(
            part.AgentId, new PropertiesUpdated { Id = of.Interaction.Id, UserData = InteractionViews.UserData(of.Interaction) });
    }

    /// <inheritdoc/>
    public void LeftConference(IUnitOfWork work, Case of, ParticipationRow part, string leftAgentId) =>
        new InteractionsNotifications(work).InteractionStateMessage(
            part.AgentId, views.Flat(of, part) with { State = InteractionState.LeftConference, AgentId = leftAgentId, Capabilities = null });

    /// <inheritdoc/>
    public void Log(IUnitOfWork work, Case of, string recipient, IReadOnlyList<TranscriptRow> entries)
    {
        var messages = entries.Select(views.Entry).ToValueList();
        var path = Uris.PathOf(of.Interaction);
        if (of.Interaction.Channel == Channels.Sms)
        {
            new SmsSessionsNotifications(work).MessageLogUpdated(
                recipient,
                new ContactCenter.Contracts.SmsSessions.MessageLogUpdated { Messages = messages, SmssessionUri = uris.Absolute(path), SmssessionPath = path });
            return;
        }

        new ChatNotifications(work).MessageLogUpdated(
            recipient, new ContactCenter.Contracts.Chat.MessageLogUpdated { Messages = messages, ChatUri = uris.Absolute(path), ChatPath = path });
    }

    /// <inheritdoc/>
    public void WorkbinContent(IUnitOfWork work, string recipient, string workbin, IReadOnlyList<Case> content) =>
        new InteractionsNotifications(work).WorkbinContent(
            recipient,
            new WorkbinContent { Workbin = workbin, Interactions = content.Select(found => views.Flat(found, found.Of(recipient))).ToValueList() });

    private void Tell(IUnitOfWork work, Case of, ParticipationRow part, StateNotificationType type, bool participants)
    {
        switch (of.Interaction.Channel)
        {
            case Channels.Chat:
                new ChatNotifications(work).ChatStateChanged(
                    part.AgentId, new ChatStateChanged { Chat = views.Chat(of, part, participants), NotificationType = type });
                break;
            case Channels.Sms:
                new SmsSessionsNotifications(work).SmsSessionStateChanged(
                    part.AgentId, new SmsSessionStateChanged { Smssession = views.Sms(of, part, participants), NotificationType = type });
                break;
            default:
                new InteractionsNotifications(work).InteractionStateMessage(part.AgentId, views.Flat(of, part));
                break;
        }
    }
}
