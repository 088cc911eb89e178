using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Rules;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>A provider asks what to verify, and publishes what came out.</summary>
internal static class VerificationRoutes
{
    private const string ForVerification = "/pacts/provider/{provider}/for-verification";
    private const string Results = "/pacts/provider/{provider}/consumer/{consumer}/pact-version/{hash}/verification-results";

    public static void Map(BrokerRoutes routes)
    {
        routes.Get(ForVerification, request => new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = request.Link(BrokerPaths.ForVerification(request.Name("provider"))) },
        });
        routes.Post(ForVerification, Select);
        routes.Post(Results, Publish);
        routes.Get(Results + "/{result}", Get);
    }

    private static BrokerReply Select(BrokerRequest request)
    {
        var asked = VerificationRequest.Read(request.Body);
        var provider = request.Name("provider");
        var selected = request.State.FindPacticipant(provider) is { } known ? new PactsForVerification(request.State, known, asked).Select() : [];
        return new JsonObject
        {
            ["_embedded"] = new JsonObject { ["pacts"] = new JsonArray([.. selected.Select(pact => Describe(request, pact, asked))]) },
            ["_links"] = new JsonObject { ["self"] = request.Link(BrokerPaths.ForVerification(provider)) },
        };
    }

    private static JsonObject Describe(BrokerRequest request, SelectedPact selected, VerificationRequest asked)
    {
        var (pact, number) = (selected.Publication.Pact, selected.Publication.ConsumerVersion.Number);
        var notices = new JsonArray(Notice($"The pact of {pact.Consumer.Name} version {number} is being verified because it is the {selected.Reason}."));
        if (selected.IsPending)
            notices.Add((JsonNode)Notice("This pact is pending: no version of this line of the provider has verified it successfully. If it fails, the build does not."));

        var properties = new JsonObject { ["notices"] = notices };
        if (asked.IncludePendingStatus || selected.IsWorkInProgress)
            properties["pending"] = selected.IsPending;
        if (selected.IsWorkInProgress)
            properties["wip"] = true;

        return new JsonObject
        {
            ["shortDescription"] = selected.Reason,
            ["verificationProperties"] = properties,
            ["_links"] = new JsonObject
            {
                ["self"] = request.Link(BrokerPaths.PactVersion(pact.Provider.Name, pact.Consumer.Name, pact.Hash), $"Pact between {pact.Consumer.Name} ({number}) and {pact.Provider.Name}"),
            },
        };
    }

    private static JsonObject Notice(string text) => new() { ["when"] = "before_verification", ["text"] = text };

    private static BrokerReply Publish(BrokerRequest request)
    {
        if (request.State.ResultsRefusedWith is { } status)
            throw new BrokerRefusalException(status, "Verification results are refused.");

        var pact = request.State.GetPact(request.Name("consumer"), request.Name("provider"), request.Name("hash"));
        var (number, success) = (request.Body.Text("providerApplicationVersion"), request.Body.RequiredFlag("success"));
        var result = pact.AddResult(pact.Provider.FindOrAdd(number), success, request.Body.Node);
        return new(201, Document(request, result));
    }

    private static BrokerReply Get(BrokerRequest request)
    {
        var pact = request.State.GetPact(request.Name("consumer"), request.Name("provider"), request.Name("hash"));
        return pact.Results.FirstOrDefault(result => $"{result.Number}" == request.Name("result")) is { } found
            ? Document(request, found)
            : throw BrokerRefusalException.NotFound($"The pact has no verification result {request.Name("result")}.");
    }

    private static JsonObject Document(BrokerRequest request, Model.VerificationResult result)
    {
        var document = (JsonObject)result.Published.DeepClone();
        document["_links"] = new JsonObject { ["self"] = Link(request, result) };
        return document;
    }

    public static JsonObject Link(BrokerRequest request, Model.VerificationResult result) =>
        request.Link($"{BrokerPaths.VerificationResults(result.Pact.Provider.Name, result.Pact.Consumer.Name, result.Pact.Hash)}/{result.Number}");
}
