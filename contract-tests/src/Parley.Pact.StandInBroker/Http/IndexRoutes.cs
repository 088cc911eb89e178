using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>The index, from which clients find everything else.</summary>
internal static class IndexRoutes
{
    public static void Map(BrokerRoutes routes) => routes.Get("/", request => new JsonObject
    {
        ["_links"] = new JsonObject
        {
            ["self"] = request.Link("/"),
            ["pb:publish-contracts"] = request.Link("/contracts/publish"),
            ["pb:provider-pacts-for-verification"] = request.Link(BrokerPaths.ForVerification("{provider}")),
            ["pb:latest-pact-versions"] = request.Link("/pacts/latest"),
            ["pb:pacticipant"] = request.Link(BrokerPaths.Pacticipant("{pacticipant}")),
            ["pb:pacticipant-version"] = request.Link(BrokerPaths.Version("{pacticipant}", "{version}")),
            ["pb:pacticipant-version-tag"] = request.Link(BrokerPaths.Tag("{pacticipant}", "{version}", "{tag}")),
            ["pb:environments"] = request.Link("/environments"),
            ["pb:environment"] = request.Link(BrokerPaths.Environment("{uuid}")),
        },
    });
}
