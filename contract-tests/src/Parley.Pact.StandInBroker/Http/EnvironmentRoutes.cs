using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>The environments to which versions are deployed or released.</summary>
internal static class EnvironmentRoutes
{
    public static void Map(BrokerRoutes routes)
    {
        routes.Get("/environments", List);
        routes.Post("/environments", Create);
        routes.Get("/environments/{uuid}", request => Document(request, request.State.GetEnvironment(request.Name("uuid"))));
    }

    private static BrokerReply List(BrokerRequest request) => new JsonObject
    {
        ["_embedded"] = new JsonObject { ["environments"] = new JsonArray([.. request.State.Environments.Select(environment => Document(request, environment))]) },
        ["_links"] = new JsonObject
        {
            ["self"] = request.Link("/environments"),
            ["pb:environments"] = new JsonArray([.. request.State.Environments.Select(environment => request.Link(BrokerPaths.Environment(environment.Uuid), environment.Name))]),
        },
    };

    private static BrokerReply Create(BrokerRequest request)
    {
        var name = request.Body.Text("name");
        if (request.State.Environments.Any(environment => environment.Name == name))
            throw BrokerRefusalException.BadRequest($"An environment is called '{name}' already.");

        // The display name is never null: the pact command ends with a panic on a null.
        var created = new DeploymentEnvironment(Guid.NewGuid().ToString(), name, request.Body.OptionalText("displayName") ?? name, request.Body.Flag("production"));
        request.State.Add(created);
        return new(201, Document(request, created));
    }

    private static JsonObject Document(BrokerRequest request, DeploymentEnvironment environment)
    {
        var path = BrokerPaths.Environment(environment.Uuid);
        return new JsonObject
        {
            ["uuid"] = environment.Uuid,
            ["name"] = environment.Name,
            ["displayName"] = environment.DisplayName,
            ["production"] = environment.Production,
            ["_links"] = new JsonObject
            {
                ["self"] = request.Link(path, environment.Name),
                ["pb:currently-deployed-deployed-versions"] = request.Link(path + "/deployed-versions/currently-deployed"),
                ["pb:currently-supported-released-versions"] = request.Link(path + "/released-versions/currently-supported"),
            },
        };
    }
}
