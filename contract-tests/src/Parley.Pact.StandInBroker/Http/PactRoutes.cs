using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>The pacts themselves.</summary>
internal static class PactRoutes
{
    public static void Map(BrokerRoutes routes)
    {
        routes.Get("/pacts/latest", ListLatest);
        routes.Get("/pacts/provider/{provider}/consumer/{consumer}/version/{number}", GetOfVersion);
        routes.Get("/pacts/provider/{provider}/consumer/{consumer}/pact-version/{hash}", request =>
        {
            var pact = request.State.GetPact(request.Name("consumer"), request.Name("provider"), request.Name("hash"));
            return Document(request, pact, request.State.NewestPublisher(pact));
        });
    }

    private static BrokerReply GetOfVersion(BrokerRequest request)
    {
        var (consumer, number, provider) = (request.Name("consumer"), request.Name("number"), request.Name("provider"));
        return request.State.FindPublication(consumer, number, provider) is { } publication
            ? Document(request, publication.Pact, publication.ConsumerVersion)
            : throw BrokerRefusalException.NotFound($"Version '{number}' of '{consumer}' has no pact with '{provider}'.");
    }

    private static JsonObject Document(BrokerRequest request, PactVersion pact, PacticipantVersion version)
    {
        var (consumer, provider) = (pact.Consumer.Name, pact.Provider.Name);
        var document = (JsonObject)pact.Content.DeepClone();
        document["_links"] = new JsonObject
        {
            ["self"] = request.Link(BrokerPaths.PactVersion(provider, consumer, pact.Hash)),
            ["pb:consumer"] = request.Link(BrokerPaths.Pacticipant(consumer), consumer),
            ["pb:consumer-version"] = request.Link(BrokerPaths.Version(consumer, version.Number), version.Number),
            ["pb:provider"] = request.Link(BrokerPaths.Pacticipant(provider), provider),
            ["pb:publish-verification-results"] = request.Link(BrokerPaths.VerificationResults(provider, consumer, pact.Hash)),
        };
        return document;
    }

    private static BrokerReply ListLatest(BrokerRequest request) => new JsonObject
    {
        ["_links"] = new JsonObject { ["self"] = request.Link("/pacts/latest") },
        ["pacts"] = new JsonArray([.. request.State.Publications
            .GroupBy(publication => (publication.Pact.Consumer, publication.Pact.Provider))
            .Select(pair => Latest(request, pair.Last()))]),
    };

    private static JsonObject Latest(BrokerRequest request, PactPublication publication)
    {
        var (consumer, provider, number) = (publication.Pact.Consumer.Name, publication.Pact.Provider.Name, publication.ConsumerVersion.Number);
        return new JsonObject
        {
            ["createdAt"] = publication.CreatedAt.ToString("O"),
            ["_embedded"] = new JsonObject
            {
                ["consumer"] = new JsonObject
                {
                    ["name"] = consumer,
                    ["_embedded"] = new JsonObject { ["version"] = new JsonObject { ["number"] = number } },
                },
                ["provider"] = new JsonObject { ["name"] = provider },
            },
            ["_links"] = new JsonObject { ["self"] = request.Link(BrokerPaths.PactOfVersion(provider, consumer, number)) },
        };
    }
}
