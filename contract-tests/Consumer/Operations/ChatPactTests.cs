using ContactCenter.Contracts.Chat;
using Parley;

namespace ContactCenter.ContractTests;

public sealed class ChatPactTests(PactSession session)
{
    private const string Id = "00009a8T8Y130123";
    private static readonly (string, string) Chat = (ProviderStates.Id, Id);
    private static readonly (string, string) Colleague = (ProviderStates.AgentId, People.Colleague);

    private static readonly Agreements<ChatClient> Agreements = new Agreements<ChatClient>(
            ChatContract.Descriptor, http => new ChatClient(http), served: call => call.Given(ProviderStates.ChatInvited, Chat))
        .Operation(
            "Accept",
            client => client.AcceptAsync(Id, new AcceptRequest { Nickname = "Anna" }),
            success: call => call.Given(ProviderStates.ChatInvited, Chat),
            wrongState: call => call.Given(ProviderStates.ChatRevoked, Chat, Colleague))
        .Succeeds(
            "Accept",
            client => client.AcceptAsync(Id, new AcceptRequest { Nickname = "Anna" }),
            call => call.Variant("conference").Given(ProviderStates.ChatInvitedConference, Chat, Colleague))
        .Fails(
            "Accept",
            FailureKind.InvalidMember,
            client => client.AcceptAsync(Id, new AcceptRequest { Nickname = "" }),
            call => call.Given(ProviderStates.ChatInvited, Chat).WithRequest(new { nickname = "" }))
        .Operation(
            "Reject",
            client => client.RejectAsync(Id, new RejectRequest()),
            success: call => call.Given(ProviderStates.ChatInvited, Chat),
            wrongState: call => call.Given(ProviderStates.ChatChatting, Chat))
        .Operation(
            "InviteUser",
            client => client.InviteUserAsync(Id, new InviteUserRequest { AgentId = People.Colleague }),
            success: call => call.Given(ProviderStates.ChatChatting, Chat).Given(ProviderStates.ColleagueWorks, Colleague),
            wrongState: call => call.Given(ProviderStates.ChatInvited, Chat))
        .Fails(
            "InviteUser",
            FailureKind.InvalidMember,
            client => client.InviteUserAsync(Id, new InviteUserRequest { AgentId = People.Nobody }),
            call => call.Given(ProviderStates.ChatChatting, Chat).WithRequest(new { agentId = People.Nobody }))
        .Operation(
            "EndChatSession",
            client => client.EndChatSessionAsync(Id, new EndChatSessionRequest()),
            success: call => call.Given(ProviderStates.ChatChatting, Chat),
            wrongState: call => call.Given(ProviderStates.ChatLeft, Chat))
        .Operation(
            "Send",
            client => client.SendAsync(Id, new SendRequest { Text = "Good morning, how can I help you?" }),
            success: call => call.Given(ProviderStates.ChatChatting, Chat),
            wrongState: call => call.Given(ProviderStates.ChatLeft, Chat))
        .Fails(
            "Send",
            FailureKind.InvalidMember,
            client => client.SendAsync(Id, new SendRequest { Text = "" }),
            call => call.Given(ProviderStates.ChatChatting, Chat).WithRequest(new { text = "" }))
        .Operation(
            "SendStartTypingNotification",
            client => client.SendStartTypingNotificationAsync(Id, new SendStartTypingNotificationRequest()),
            success: call => call.Given(ProviderStates.ChatChatting, Chat),
            wrongState: call => call.Given(ProviderStates.ChatLeft, Chat))
        .Operation(
            "SendStopTypingNotification",
            client => client.SendStopTypingNotificationAsync(Id, new SendStopTypingNotificationRequest()),
            success: call => call.Given(ProviderStates.ChatChatting, Chat),
            wrongState: call => call.Given(ProviderStates.ChatLeft, Chat))
        .Operation(
            "SingleStepTransfer",
            client => client.SingleStepTransferAsync(Id, new SingleStepTransferRequest { TargetId = People.Colleague }),
            success: call => call.Given(ProviderStates.ChatChatting, Chat).Given(ProviderStates.ColleagueWorks, Colleague),
            wrongState: call => call.Given(ProviderStates.ChatInvited, Chat))
        .Succeeds(
            "SingleStepTransfer",
            client => client.SingleStepTransferAsync(Id, new SingleStepTransferRequest { Skill = "billing" }),
            call => call.Variant("skill").Given(ProviderStates.ChatChatting, Chat)
                .Given(ProviderStates.ColleagueHasSkill, Colleague, (ProviderStates.Skill, "billing")),
            example: 1)
        .Fails(
            "SingleStepTransfer",
            FailureKind.InvalidMember,
            client => client.SingleStepTransferAsync(Id, new SingleStepTransferRequest { TargetId = People.Nobody }),
            call => call.Given(ProviderStates.ChatChatting, Chat).WithRequest(new { targetId = People.Nobody }))
        .Operation(
            "Complete",
            client => client.CompleteAsync(Id, new CompleteRequest()),
            success: call => call.Given(ProviderStates.ChatChatting, Chat),
            wrongState: call => call.Given(ProviderStates.ChatInvited, Chat))
        .Operation(
            "RequestChatHistory",
            client => client.RequestChatHistoryAsync(Id, new RequestChatHistoryRequest { EventId = 2 }),
            success: call => call.Given(ProviderStates.ChatChatting, Chat),
            wrongState: call => call.Given(ProviderStates.ChatInvited, Chat))
        .Fails(
            "RequestChatHistory",
            FailureKind.InvalidMember,
            client => client.RequestChatHistoryAsync(Id, new RequestChatHistoryRequest { EventId = -1 }),
            call => call.Given(ProviderStates.ChatChatting, Chat).WithRequest(new { eventId = -1 }))
        .Operation(
            "LeaveConference",
            client => client.LeaveConferenceAsync(Id, new LeaveConferenceRequest { AgentId = People.Caller }),
            success: call => call.Given(ProviderStates.ChatInConference, Chat, Colleague),
            wrongState: call => call.Given(ProviderStates.ChatChatting, Chat),
            always: call => call.WithRequest(new { agentId = People.Caller }))
        .Fails(
            "LeaveConference",
            FailureKind.InvalidMember,
            client => client.LeaveConferenceAsync(Id, new LeaveConferenceRequest { AgentId = People.Colleague }),
            call => call.Given(ProviderStates.ChatInConference, Chat, Colleague).WithRequest(new { agentId = People.Colleague }));

    public static TheoryData<string> Interactions => [.. Agreements.Descriptions];

    [Theory]
    [MemberData(nameof(Interactions))]
    public Task The_desktop_calls_as_agreed(string interaction) => Agreements.KeepAsync(interaction, session.Agreement);
}
