using System.Net.Http.Headers;
using ContactCenter.Contracts.AgentStates;
using Parley;
using Parley.ContractTesting;

namespace ContactCenter.ContractTests;

public sealed class AgentStatesPactTests(PactSession session)
{
    private const string Version = "application/vnd.newvoicemedia.v3+json";

    private static readonly GetAgentStatesQuery Query = new()
    {
        Start = "2015-11-26T16:00:00Z",
        End = "2015-11-26T17:00:00Z",
        Include = GetAgentStatesQueryInclude.Started,
        AgentId = "002",
        Page = 1,
        Limit = 1,
    };

    private static readonly Agreements<AgentStatesClient> Agreements = new Agreements<AgentStatesClient>(
            AgentStatesContract.Descriptor, http => new AgentStatesClient(http), http => http.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Version)))
        .Operation(
            "GetAgentStates",
            client => client.GetAgentStatesAsync(Query),
            success: call => call.Given(ProviderStates.AgentStatesRecorded, (ProviderStates.AgentId, "002"), (ProviderStates.Start, "2015-11-26T16:39:41.000Z")),
            always: OneItem)
        .Fails(
            "GetAgentStates",
            FailureKind.InvalidMember,
            client => client.GetAgentStatesAsync(Query with { Limit = 0 }),
            call => OneItem(call).Given(ProviderStates.CallerIsSupervisor).WithRequest(new { limit = 0 }));

    public static TheoryData<string> Interactions => [.. Agreements.Descriptions];

    [Theory]
    [MemberData(nameof(Interactions))]
    public Task The_desktop_calls_as_agreed(string interaction) => Agreements.KeepAsync(interaction, session.Agreement);

    // The first of the two recorded states: no matching rule says that a duration is a number or null, as it is for the second, which goes on.
    private static OperationInteraction OneItem(OperationInteraction call) => call.WithHeader("Accept", Version).WithRequest(new { limit = 1 });
}
