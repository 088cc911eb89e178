using ContactCenter.Contracts.Interactions;
using Parley;

namespace ContactCenter.ContractTests;

public sealed class InteractionsPactTests(PactSession session)
{
    private const string Id = "00009a8T8Y130123";
    private static readonly (string, string) Email = (ProviderStates.Id, Id);
    private static readonly (string, string) Colleague = (ProviderStates.AgentId, People.Colleague);
    private static readonly ValueMap<JsonValue> Fields = new[] { KeyValuePair.Create("field1", JsonValue.Parse("\"value1\"")) }.ToValueMap();
    private static readonly ValueMap<JsonValue> Lists = new[] { KeyValuePair.Create("field1", JsonValue.Parse("[1]")) }.ToValueMap();
    private static readonly ValueMap<JsonValue> Updates =
        new[] { KeyValuePair.Create("Subject", JsonValue.Parse("\"Invoice 4471\"")), KeyValuePair.Create("Priority", JsonValue.Parse("7")) }.ToValueMap();

    private static readonly Agreements<InteractionsClient> Agreements = new Agreements<InteractionsClient>(InteractionsContract.Descriptor, http => new InteractionsClient(http))
        .Operation(
            "ListInteractions",
            client => client.ListInteractionsAsync(),
            success: call => call.Given(ProviderStates.EmailQueued, Email))
        .Operation(
            "ListMyInteractions",
            client => client.ListMyInteractionsAsync(new ListMyInteractionsQuery { Fields = "*" }),
            success: call => call.Given(ProviderStates.EmailProcessing, Email))
        .Succeeds(
            "ListMyInteractions",
            client => client.ListMyInteractionsAsync(new ListMyInteractionsQuery()),
            call => call.Variant("URIs alone").Given(ProviderStates.EmailProcessing, Email),
            example: 1)
        .Fails(
            "ListMyInteractions",
            FailureKind.InvalidMember,
            client => client.ListMyInteractionsAsync(new ListMyInteractionsQuery { Fields = "state" }),
            call => call.WithRequest(new { fields = "state" }))
        .Operation(
            "GetInteraction",
            client => client.GetInteractionAsync(Id),
            success: call => call.Given(ProviderStates.EmailInvited, Email))
        .Fails("GetInteraction", FailureKind.NotFound, client => client.GetInteractionAsync(Id), call => call)
        .Operation(
            "UpdateInteraction",
            client => client.UpdateInteractionAsync(Id, new UpdateInteractionRequest { AdditionalMembers = Updates }),
            success: call => call.Given(ProviderStates.EmailProcessing, Email),
            wrongState: call => call.Given(ProviderStates.EmailInvited, Email))
        .Fails(
            "UpdateInteraction",
            FailureKind.InvalidMember,
            client => client.UpdateInteractionAsync(Id, new UpdateInteractionRequest { Id = "another", AdditionalMembers = Updates }),
            call => call.Given(ProviderStates.EmailProcessing, Email).WithRequest(new { id = "another" }))
        .Operation(
            "Accept",
            client => client.AcceptAsync(Id, new AcceptRequest()),
            success: call => call.Given(ProviderStates.EmailInvited, Email),
            wrongState: call => call.Given(ProviderStates.EmailRevoked, Email, Colleague))
        .Succeeds(
            "Accept",
            client => client.AcceptAsync(Id, new AcceptRequest()),
            call => call.Variant("conference").Given(ProviderStates.EmailInvitedConference, Email, Colleague))
        .Succeeds(
            "Accept",
            client => client.AcceptAsync(Id, new AcceptRequest()),
            call => call.Variant("workbin").Given(ProviderStates.EmailInWorkbin, Email, (ProviderStates.Workbin, "drafts")))
        .Operation(
            "Reject",
            client => client.RejectAsync(Id, new RejectRequest()),
            success: call => call.Given(ProviderStates.EmailInvited, Email),
            wrongState: call => call.Given(ProviderStates.EmailProcessing, Email))
        .Operation(
            "StopProcessing",
            client => client.StopProcessingAsync(Id, new StopProcessingRequest()),
            success: call => call.Given(ProviderStates.EmailProcessing, Email),
            wrongState: call => call.Given(ProviderStates.EmailInvited, Email))
        .Operation(
            "PlaceInQueue",
            client => client.PlaceInQueueAsync(Id, new PlaceInQueueRequest { Queue = "billing" }),
            success: call => call.Given(ProviderStates.EmailProcessing, Email).Given(ProviderStates.QueueExists, (ProviderStates.Queue, "billing")),
            wrongState: call => call.Given(ProviderStates.EmailInvited, Email))
        .Fails(
            "PlaceInQueue",
            FailureKind.InvalidMember,
            client => client.PlaceInQueueAsync(Id, new PlaceInQueueRequest { Queue = "nowhere" }),
            call => call.Given(ProviderStates.EmailProcessing, Email).WithRequest(new { queue = "nowhere" }))
        .Operation(
            "UpdateProperties",
            client => client.UpdatePropertiesAsync(Id, new UpdatePropertiesRequest { Properties = Fields }),
            success: call => call.Given(ProviderStates.EmailProcessing, Email),
            wrongState: call => call.Given(ProviderStates.EmailInvited, Email),
            always: call => call.WithRequest(new { properties = new { field2 = (string?)null, field3 = (string?)null } }))
        .Fails(
            "UpdateProperties",
            FailureKind.InvalidMember,
            client => client.UpdatePropertiesAsync(Id, new UpdatePropertiesRequest { Properties = Lists }),
            call => call.Given(ProviderStates.EmailProcessing, Email)
                .WithRequest(new { properties = new { field1 = new[] { 1 }, field2 = (string?)null, field3 = (string?)null } }))
        .Operation(
            "PlaceInWorkbin",
            client => client.PlaceInWorkbinAsync(Id, new PlaceInWorkbinRequest { Workbin = "drafts" }),
            success: call => call.Given(ProviderStates.EmailProcessing, Email).Given(ProviderStates.WorkbinExists, (ProviderStates.Workbin, "drafts")),
            wrongState: call => call.Given(ProviderStates.EmailInvited, Email))
        .Fails(
            "PlaceInWorkbin",
            FailureKind.InvalidMember,
            client => client.PlaceInWorkbinAsync(Id, new PlaceInWorkbinRequest { Workbin = "nowhere" }),
            call => call.Given(ProviderStates.EmailProcessing, Email).WithRequest(new { workbin = "nowhere" }))
        .Operation(
            "GetWorkbinContent",
            client => client.GetWorkbinContentAsync(Id, new GetWorkbinContentRequest { Workbin = "drafts" }),
            success: call => call.Given(ProviderStates.WorkbinExists, (ProviderStates.Workbin, "drafts")))
        .Fails(
            "GetWorkbinContent",
            FailureKind.InvalidMember,
            client => client.GetWorkbinContentAsync(Id, new GetWorkbinContentRequest { Workbin = "nowhere" }),
            call => call.WithRequest(new { workbin = "nowhere" }))
        .Operation(
            "Transfer",
            client => client.TransferAsync(Id, new TransferRequest { TargetId = People.Colleague }),
            success: call => call.Given(ProviderStates.EmailProcessing, Email).Given(ProviderStates.ColleagueWorks, Colleague),
            wrongState: call => call.Given(ProviderStates.EmailInvited, Email))
        .Fails(
            "Transfer",
            FailureKind.InvalidMember,
            client => client.TransferAsync(Id, new TransferRequest { TargetId = People.Nobody }),
            call => call.Given(ProviderStates.EmailProcessing, Email).WithRequest(new { targetId = People.Nobody }))
        .Operation(
            "StartConference",
            client => client.StartConferenceAsync(Id, new StartConferenceRequest { AgentId = People.Colleague }),
            success: call => call.Given(ProviderStates.EmailProcessing, Email).Given(ProviderStates.ColleagueWorks, Colleague),
            wrongState: call => call.Given(ProviderStates.EmailInvited, Email))
        .Fails(
            "StartConference",
            FailureKind.InvalidMember,
            client => client.StartConferenceAsync(Id, new StartConferenceRequest { AgentId = People.Nobody }),
            call => call.Given(ProviderStates.EmailProcessing, Email).WithRequest(new { agentId = People.Nobody }))
        .Operation(
            "EndConference",
            client => client.EndConferenceAsync(Id, new EndConferenceRequest { AgentId = People.Caller }),
            success: call => call.Given(ProviderStates.EmailInConference, Email, Colleague),
            wrongState: call => call.Given(ProviderStates.EmailProcessing, Email),
            always: call => call.WithRequest(new { agentId = People.Caller }))
        .Fails(
            "EndConference",
            FailureKind.InvalidMember,
            client => client.EndConferenceAsync(Id, new EndConferenceRequest { AgentId = People.Colleague }),
            call => call.Given(ProviderStates.EmailInConference, Email, Colleague).WithRequest(new { agentId = People.Colleague }));

    public static TheoryData<string> Interactions => [.. Agreements.Descriptions];

    [Theory]
    [MemberData(nameof(Interactions))]
    public Task The_desktop_calls_as_agreed(string interaction) => Agreements.KeepAsync(interaction, session.Agreement);
}
