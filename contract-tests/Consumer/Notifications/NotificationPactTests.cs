using System.Text.Json;
using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.SmsSessions;
using Parley;
using Parley.ContractTesting;

namespace ContactCenter.ContractTests;

public sealed class NotificationPactTests(PactSession session)
{
    private const string Id = "00009a8T8Y130123";
    private const string SmsId = "0000UaB58WAR003N";
    private static readonly (string, string) Interaction = (ProviderStates.Id, Id);
    private static readonly (string, string) Sms = (ProviderStates.Id, SmsId);
    private static readonly (string, string) Colleague = (ProviderStates.AgentId, People.Colleague);
    private static readonly (string, string) Drafts = (ProviderStates.Workbin, "drafts");
    private static readonly ContractPact Interactions = ContractPact.Of(InteractionsContract.Descriptor);
    private static readonly ContractPact Chat = ContractPact.Of(ChatContract.Descriptor);
    private static readonly ContractPact SmsSessions = ContractPact.Of(SmsSessionsContract.Descriptor);

    [Fact]
    public async Task An_accepted_email_is_told_with_all_that_the_desktop_shows()
    {
        var email = await ReceiveAsync<InteractionStateMessage>(
            Interactions.Notification("InteractionStateMessage", example: 2).Variant(Messages.AfterAccept)
                .Given(ProviderStates.EmailInvited, Interaction).WithPayload(new { id = Id, state = "Processing" }),
            InteractionsDispatcher);
        Assert.Equal(InteractionState.Processing, email.State);
        Assert.Equal("Question about my invoice", email.EmailObject?.Subject);
        Assert.NotEmpty(email.Capabilities!);
    }

    [Fact]
    public async Task A_colleague_who_leaves_the_conference_is_told()
    {
        var left = await ReceiveAsync<InteractionStateMessage>(
            Interactions.Notification("InteractionStateMessage", example: 1).Variant(Messages.AfterColleagueLeft)
                .Given(ProviderStates.EmailInConference, Interaction, Colleague)
                .WithPayload(new { id = Id, state = "LeftConference", agentId = People.Colleague }),
            InteractionsDispatcher);
        Assert.Equal(InteractionState.LeftConference, left.State);
        Assert.Equal(People.Colleague, left.AgentId);
    }

    [Fact]
    public async Task An_invitation_into_a_conference_about_an_email_is_told()
    {
        var invitation = await ReceiveAsync<InteractionStateMessage>(
            Interactions.Notification("InteractionStateMessage", example: 0).Variant(Messages.AfterInvitation)
                .Given(ProviderStates.EmailOfColleague, Interaction, Colleague).WithPayload(new { id = Id, state = "InvitedConference" }),
            InteractionsDispatcher);
        Assert.Equal(InteractionState.InvitedConference, invitation.State);
    }

    [Fact]
    public async Task Changed_properties_are_told()
    {
        var updated = await ReceiveAsync<PropertiesUpdated>(
            Interactions.Notification("PropertiesUpdated").Variant(Messages.AfterUpdate)
                .Given(ProviderStates.EmailProcessing, Interaction).WithPayload(new { id = Id, userData = new { Subject = "Invoice 4471" } }),
            InteractionsDispatcher);
        Assert.Equal("\"Invoice 4471\"", updated.UserData["Subject"].ToString());
    }

    [Fact]
    public async Task The_content_of_a_workbin_is_told_as_asked()
    {
        var content = await ReceiveAsync<WorkbinContent>(
            Interactions.Notification("WorkbinContent").Variant(Messages.AfterGetWorkbinContent)
                .Given(ProviderStates.EmailInWorkbin, Interaction, Drafts).WithPayload(new { workbin = "drafts" }),
            InteractionsDispatcher);
        Assert.Equal(InteractionState.InWorkbin, Assert.Single(content.Interactions).State);
    }

    [Fact]
    public async Task An_accepted_chat_is_told()
    {
        var changed = await ReceiveAsync<ChatStateChanged>(
            Chat.Notification("ChatStateChanged").Variant(Messages.AfterAccept)
                .Given(ProviderStates.ChatInvited, Interaction)
                .WithPayload(new { chat = new { id = Id, state = "Chatting" }, notificationType = "StatusChange" }),
            ChatDispatcher);
        Assert.Equal(ChatState.Chatting, changed.Chat.State);
        Assert.Equal(StateNotificationType.StatusChange, changed.NotificationType);
    }

    [Fact]
    public async Task The_participants_of_an_accepted_chat_are_told()
    {
        var changed = await ReceiveAsync<ChatStateChanged>(
            Chat.Notification("ChatStateChanged", example: 1).Variant(Messages.ParticipantsAfterAccept)
                .Given(ProviderStates.ChatInvited, Interaction)
                .WithPayload(new { chat = new { id = Id, state = "Chatting" }, notificationType = "ParticipantsUpdated" }),
            ChatDispatcher);
        Assert.NotEmpty(changed.Chat.Participants);
        Assert.NotEmpty(changed.Chat.Capabilities);
    }

    [Fact]
    public async Task A_message_in_a_chat_is_told()
    {
        var log = await ReceiveAsync<Contracts.Chat.MessageLogUpdated>(
            Chat.Notification("MessageLogUpdated").Variant(Messages.AfterSend)
                .Given(ProviderStates.ChatChatting, Interaction).WithPayload(new { chatPath = $"/chats/{Id}", messages = Text("Good morning, how can I help you?") }),
            ChatDispatcher);
        Assert.Equal("Good morning, how can I help you?", Assert.Single(log.Messages).Text);
    }

    [Fact]
    public async Task An_invitation_into_a_conference_about_a_chat_is_told_in_the_flat_shape()
    {
        var invitation = await ReceiveAsync<InteractionStateMessage>(
            Chat.Notification("InteractionStateMessage", example: 0).Variant(Messages.AfterInvitation)
                .Given(ProviderStates.ChatOfColleague, Interaction, Colleague).WithPayload(new { id = Id, state = "InvitedConference" }),
            ChatDispatcher);
        Assert.Equal(InteractionState.InvitedConference, invitation.State);
    }

    [Fact]
    public async Task An_accepted_sms_session_is_told()
    {
        var changed = await ReceiveAsync<SmsSessionStateChanged>(
            Of(SmsSessions.Notification("SmsSessionStateChanged")).Variant(Messages.AfterAccept)
                .Given(ProviderStates.SmsInvited, Sms)
                .WithPayload(new { smssession = new { id = SmsId, state = "Chatting" }, notificationType = "StatusChange" }),
            SmsDispatcher);
        Assert.Equal(SmsSessionState.Chatting, changed.Smssession.State);
    }

    [Fact]
    public async Task A_supervisors_new_mode_is_told()
    {
        var changed = await ReceiveAsync<SmsSessionStateChanged>(
            Of(SmsSessions.Notification("SmsSessionStateChanged")).Variant(Messages.AfterSwitchToCoach)
                .Given(ProviderStates.CallerIsSupervisor).Given(ProviderStates.SmsSupervised, Sms, Colleague, (ProviderStates.Mode, "Monitor"))
                .WithPayload(new { smssession = new { id = SmsId, state = "Chatting", supervisorMode = "Coach" }, notificationType = "StatusChange" }),
            SmsDispatcher);
        Assert.Equal(SupervisorMode.Coach, changed.Smssession.SupervisorMode);
    }

    [Fact]
    public async Task A_message_in_an_sms_session_is_told()
    {
        var log = await ReceiveAsync<Contracts.SmsSessions.MessageLogUpdated>(
            SmsSessions.Notification("MessageLogUpdated").Variant(Messages.AfterSend)
                .Given(ProviderStates.SmsChatting, Sms)
                .WithPayload(new { smssessionPath = $"/smssessions/{SmsId}", messages = Text("Good morning, how can I help you?") }),
            SmsDispatcher);
        Assert.Equal("Good morning, how can I help you?", Assert.Single(log.Messages).Text);
    }

    private static NotificationDispatcher InteractionsDispatcher(ReceivedNotifications received) => new InteractionsNotificationDispatcher(received);

    private static NotificationDispatcher ChatDispatcher(ReceivedNotifications received) => new ChatNotificationDispatcher(received);

    private static NotificationDispatcher SmsDispatcher(ReceivedNotifications received) => new SmsSessionsNotificationDispatcher(received);

    // The document's own example has a number that only the reply to a request explains, and a supervisor's mode on an agent's copy.
    private static NotificationMessage Of(NotificationMessage changed) =>
        changed.WithPayload(new { referenceId = (int?)null, smssession = new { supervisorMode = (string?)null } });

    private static IMatcher Text(string text) => Match.MinType(
        new
        {
            index = Match.Integer(2),
            type = "Text",
            text,
            timestamp = Match.Regex("2015-11-26 18:39:41.000+0200", "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}[+-][0-9]{4}$"),
            timestampSeconds = Match.Integer(1),
        },
        1);

    private async Task<TPayload> ReceiveAsync<TPayload>(NotificationMessage message, Func<ReceivedNotifications, NotificationDispatcher> dispatcher)
        where TPayload : class
    {
        TPayload? payload = null;
        await message.AddTo(session.Agreement.WithMessageInteractions())
            .VerifyAsync<JsonElement>(async received => payload = await ReceivedNotifications.DispatchAsync<TPayload>(dispatcher, received));
        return payload!;
    }
}
