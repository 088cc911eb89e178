using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>Records what came to and left the environments.</summary>
internal static class DeploymentRoutes
{
    public static void Map(BrokerRoutes routes)
    {
        Map(routes, PresenceKind.Deployed, "deployed-versions", "currently-deployed", "currentlyDeployed", "deployedVersions");
        Map(routes, PresenceKind.Released, "released-versions", "currently-supported", "currentlySupported", "releasedVersions");
    }

    private static void Map(BrokerRoutes routes, PresenceKind kind, string collection, string current, string member, string embedded)
    {
        routes.Post($"/pacticipants/{{name}}/versions/{{number}}/{collection}/environment/{{uuid}}", request =>
        {
            var version = request.State.GetVersion(request.Name("name"), request.Name("number"));
            return new(201, Document(request, request.State.Enter(kind, version, request.State.GetEnvironment(request.Name("uuid")))));
        });

        routes.Get($"/environments/{{uuid}}/{collection}/{current}", request =>
        {
            var environment = request.State.GetEnvironment(request.Name("uuid"));
            var pacticipant = request.Parameter("pacticipant");
            var presences = request.State.Presences.Where(presence =>
                presence.IsCurrent && presence.Kind == kind && presence.Environment == environment && presence.Version.Pacticipant.Name == pacticipant);
            return new JsonObject
            {
                ["_embedded"] = new JsonObject { [embedded] = new JsonArray([.. presences.Select(presence => Document(request, presence))]) },
                ["_links"] = new JsonObject { ["self"] = request.Link($"{BrokerPaths.Environment(environment.Uuid)}/{collection}/{current}") },
            };
        });

        routes.Get($"/{collection}/{{uuid}}", request => Document(request, request.State.GetPresence(kind, request.Name("uuid"))));

        routes.Patch($"/{collection}/{{uuid}}", request =>
        {
            var presence = request.State.GetPresence(kind, request.Name("uuid"));
            if (request.Body.RequiredFlag(member))
                throw request.Body.Refuse($"has {member} true; it can only be ended. Record a new deployment or release instead");
            presence.End();
            return Document(request, presence);
        });

        JsonObject Document(BrokerRequest request, Presence presence) => new()
        {
            ["uuid"] = presence.Uuid,
            [member] = presence.IsCurrent,
            ["_embedded"] = new JsonObject
            {
                ["version"] = new JsonObject { ["number"] = presence.Version.Number },
                ["pacticipant"] = new JsonObject { ["name"] = presence.Version.Pacticipant.Name },
                ["environment"] = new JsonObject { ["name"] = presence.Environment.Name },
            },
            ["_links"] = new JsonObject { ["self"] = request.Link($"/{collection}/{presence.Uuid}") },
        };
    }
}
