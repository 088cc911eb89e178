using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.SmsSessions;
using Parley;
using Parley.ContractTesting;

namespace ContactCenter.ContractTests;

public sealed class SmsSessionsPactTests(PactSession session)
{
    private const string Id = "0000UaB58WAR003N";
    private static readonly (string, string) Session = (ProviderStates.Id, Id);
    private static readonly (string, string) Colleague = (ProviderStates.AgentId, People.Colleague);

    private static readonly Agreements<SmsSessionsClient> Agreements = new Agreements<SmsSessionsClient>(SmsSessionsContract.Descriptor, http => new SmsSessionsClient(http))
        .Operation(
            "Intrude",
            client => client.IntrudeAsync(People.Colleague, Id, new IntrudeRequest { SupervisorVisibilityMode = SupervisorMode.Monitor }),
            success: call => Supervisor(call).Given(ProviderStates.SmsOfColleague, Session, Colleague).Given(ProviderStates.AgentMonitored, Colleague),
            wrongState: call => Supervisor(call).Given(ProviderStates.SmsOfColleague, Session, Colleague),
            always: OfColleague)
        .Fails(
            "Intrude",
            FailureKind.NotFound,
            client => client.IntrudeAsync(People.Nobody, Id, new IntrudeRequest { SupervisorVisibilityMode = SupervisorMode.Monitor }),
            OfNobody)
        .Operation(
            "Monitor",
            client => client.MonitorAsync(People.Colleague, new MonitorRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats }),
            success: call => Supervisor(call).Given(ProviderStates.ColleagueWorks, Colleague),
            always: OfColleague)
        .Fails(
            "Monitor",
            FailureKind.NotFound,
            client => client.MonitorAsync(People.Nobody, new MonitorRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats }),
            OfNobody)
        .Fails(
            "Monitor",
            FailureKind.InvalidMember,
            client => client.MonitorAsync(People.Colleague, new MonitorRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats, Nickname = "" }),
            WithoutNickname)
        .Operation(
            "Coach",
            client => client.CoachAsync(People.Colleague, new CoachRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats }),
            success: call => Supervisor(call).Given(ProviderStates.ColleagueWorks, Colleague),
            always: OfColleague)
        .Fails(
            "Coach",
            FailureKind.NotFound,
            client => client.CoachAsync(People.Nobody, new CoachRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats }),
            OfNobody)
        .Fails(
            "Coach",
            FailureKind.InvalidMember,
            client => client.CoachAsync(People.Colleague, new CoachRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats, Nickname = "" }),
            WithoutNickname)
        .Operation(
            "BargeIn",
            client => client.BargeInAsync(People.Colleague, new BargeInRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats }),
            success: call => Supervisor(call).Given(ProviderStates.ColleagueWorks, Colleague),
            always: OfColleague)
        .Fails(
            "BargeIn",
            FailureKind.NotFound,
            client => client.BargeInAsync(People.Nobody, new BargeInRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats }),
            OfNobody)
        .Fails(
            "BargeIn",
            FailureKind.InvalidMember,
            client => client.BargeInAsync(People.Colleague, new BargeInRequest { SupervisorMonitoringMode = SupervisorMonitoringMode.AllChats, Nickname = "" }),
            WithoutNickname)
        .Operation(
            "CancelSupervisorMonitoring",
            client => client.CancelSupervisorMonitoringAsync(People.Colleague, new CancelSupervisorMonitoringRequest()),
            success: call => Supervisor(call).Given(ProviderStates.AgentMonitored, Colleague),
            wrongState: call => Supervisor(call).Given(ProviderStates.ColleagueWorks, Colleague),
            always: OfColleague)
        .Fails(
            "CancelSupervisorMonitoring",
            FailureKind.NotFound,
            client => client.CancelSupervisorMonitoringAsync(People.Nobody, new CancelSupervisorMonitoringRequest()),
            OfNobody)
        .Operation(
            "Accept",
            client => client.AcceptAsync(Id, new AcceptRequest { Nickname = "Anna" }),
            success: call => call.Given(ProviderStates.SmsInvited, Session),
            wrongState: call => call.Given(ProviderStates.SmsRevoked, Session, Colleague))
        .Fails(
            "Accept",
            FailureKind.InvalidMember,
            client => client.AcceptAsync(Id, new AcceptRequest { Nickname = "" }),
            call => call.Given(ProviderStates.SmsInvited, Session).WithRequest(new { nickname = "" }))
        .Operation(
            "Reject",
            client => client.RejectAsync(Id, new RejectRequest()),
            success: call => call.Given(ProviderStates.SmsInvited, Session),
            wrongState: call => call.Given(ProviderStates.SmsChatting, Session))
        .Operation(
            "SendMessage",
            client => client.SendMessageAsync(Id, new SendMessageRequest { Text = "It arrives tomorrow." }),
            success: call => call.Given(ProviderStates.SmsChatting, Session),
            wrongState: call => call.Given(ProviderStates.SmsInvited, Session))
        .Fails(
            "SendMessage",
            FailureKind.InvalidMember,
            client => client.SendMessageAsync(Id, new SendMessageRequest { Text = "" }),
            call => call.Given(ProviderStates.SmsChatting, Session).WithRequest(new { text = "" }))
        .Fails(
            "SendMessage",
            FailureKind.Forbidden,
            client => client.SendMessageAsync(Id, new SendMessageRequest { Text = "It arrives tomorrow." }),
            call => Supervised(call, "Monitor"))
        .Operation(
            "Leave",
            client => client.LeaveAsync(Id, new LeaveRequest()),
            success: call => call.Given(ProviderStates.SmsChatting, Session),
            wrongState: call => call.Given(ProviderStates.SmsInvited, Session))
        .Operation(
            "Complete",
            client => client.CompleteAsync(Id, new CompleteRequest()),
            success: call => call.Given(ProviderStates.SmsChatting, Session),
            wrongState: call => call.Given(ProviderStates.SmsInvited, Session))
        .Fails(
            "Complete",
            FailureKind.InvalidMember,
            client => client.CompleteAsync(Id, new CompleteRequest { QueueName = "nowhere" }),
            call => call.Given(ProviderStates.SmsChatting, Session).WithRequest(new { queueName = "nowhere" }))
        .Fails(
            "Complete",
            FailureKind.Forbidden,
            client => client.CompleteAsync(Id, new CompleteRequest()),
            call => Supervised(call, "Coach"))
        .Operation(
            "SwitchToMonitor",
            client => client.SwitchToMonitorAsync(Id, new SwitchToMonitorRequest()),
            success: call => Supervised(call, "Coach"),
            wrongState: call => Supervisor(call).Given(ProviderStates.SmsInvited, Session))
        .Fails("SwitchToMonitor", FailureKind.Forbidden, client => client.SwitchToMonitorAsync(Id, new SwitchToMonitorRequest()), OwnSession)
        .Operation(
            "SwitchToCoach",
            client => client.SwitchToCoachAsync(Id, new SwitchToCoachRequest()),
            success: call => Supervised(call, "Monitor"),
            wrongState: call => Supervisor(call).Given(ProviderStates.SmsInvited, Session))
        .Fails("SwitchToCoach", FailureKind.Forbidden, client => client.SwitchToCoachAsync(Id, new SwitchToCoachRequest()), OwnSession)
        .Operation(
            "SwitchToBargeIn",
            client => client.SwitchToBargeInAsync(Id, new SwitchToBargeInRequest()),
            success: call => Supervised(call, "Monitor"),
            wrongState: call => Supervisor(call).Given(ProviderStates.SmsInvited, Session))
        .Fails("SwitchToBargeIn", FailureKind.Forbidden, client => client.SwitchToBargeInAsync(Id, new SwitchToBargeInRequest()), OwnSession);

    public static TheoryData<string> Interactions => [.. Agreements.Descriptions];

    [Theory]
    [MemberData(nameof(Interactions))]
    public Task The_desktop_calls_as_agreed(string interaction) => Agreements.KeepAsync(interaction, session.Agreement);

    private static OperationInteraction OfColleague(OperationInteraction call) => call.At("userId", People.Colleague);

    private static OperationInteraction OfNobody(OperationInteraction call) => Supervisor(call).At("userId", People.Nobody);

    private static OperationInteraction WithoutNickname(OperationInteraction call) =>
        Supervisor(OfColleague(call)).Given(ProviderStates.ColleagueWorks, Colleague).WithRequest(new { nickname = "" });

    private static OperationInteraction Supervisor(OperationInteraction call) => call.Given(ProviderStates.CallerIsSupervisor);

    private static OperationInteraction Supervised(OperationInteraction call, string mode) =>
        Supervisor(call).Given(ProviderStates.SmsSupervised, Session, Colleague, (ProviderStates.Mode, mode));

    private static OperationInteraction OwnSession(OperationInteraction call) => Supervisor(call).Given(ProviderStates.SmsChatting, Session);
}
