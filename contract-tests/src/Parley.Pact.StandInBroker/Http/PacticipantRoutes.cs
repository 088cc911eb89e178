using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>Applications, their versions, and the branches and tags those are on.</summary>
internal static class PacticipantRoutes
{
    private const string Pacticipant = "/pacticipants/{name}";
    private const string Version = Pacticipant + "/versions/{number}";

    public static void Map(BrokerRoutes routes)
    {
        routes.Get(Pacticipant, GetPacticipant);
        routes.Get(Version, request => VersionDocument(request, request.State.GetVersion(request.Name("name"), request.Name("number"))));
        routes.Put(Pacticipant + "/branches/{branch}/versions/{number}", PutOnBranch);
        routes.Put(Version + "/tags/{tag}", PutTag);
    }

    private static BrokerReply GetPacticipant(BrokerRequest request)
    {
        var pacticipant = request.State.GetPacticipant(request.Name("name"));
        var path = BrokerPaths.Pacticipant(pacticipant.Name);
        return new JsonObject
        {
            ["name"] = pacticipant.Name,
            ["displayName"] = pacticipant.Name,
            ["mainBranch"] = pacticipant.MainBranch,
            ["_links"] = new JsonObject
            {
                ["self"] = request.Link(path),
                ["pb:branch-version"] = request.Link(path + "/branches/{branch}/versions/{version}"),
                ["pb:version-tag"] = request.Link(path + "/versions/{version}/tags/{tag}"),
            },
        };
    }

    private static JsonObject VersionDocument(BrokerRequest request, PacticipantVersion version)
    {
        var path = BrokerPaths.Version(version.Pacticipant.Name, version.Number);
        return new JsonObject
        {
            ["number"] = version.Number,
            ["buildUrl"] = version.BuildUrl,
            ["_embedded"] = new JsonObject
            {
                ["branchVersions"] = new JsonArray([.. version.Branches.Select(branch => new JsonObject { ["name"] = branch })]),
                ["tags"] = new JsonArray([.. version.Tags.Select(tag => new JsonObject { ["name"] = tag })]),
            },
            ["_links"] = new JsonObject
            {
                ["self"] = request.Link(path),
                ["pb:record-deployment"] = ToEnvironments("deployed-versions"),
                ["pb:record-release"] = ToEnvironments("released-versions"),
            },
        };

        JsonArray ToEnvironments(string kind) =>
            new([.. request.State.Environments.Select(environment => request.Link($"{path}/{kind}/environment/{environment.Uuid}", environment.Name))]);
    }

    private static BrokerReply PutOnBranch(BrokerRequest request)
    {
        var pacticipant = request.State.FindOrAddPacticipant(request.Name("name"));
        var version = pacticipant.FindOrAdd(request.Name("number"));
        pacticipant.AddToBranch(version, request.Name("branch"));
        return VersionDocument(request, version);
    }

    private static BrokerReply PutTag(BrokerRequest request)
    {
        var (name, number, tag) = (request.Name("name"), request.Name("number"), request.Name("tag"));
        request.State.FindOrAddPacticipant(name).FindOrAdd(number).AddTag(tag);
        return new(201, new JsonObject { ["name"] = tag, ["_links"] = new JsonObject { ["self"] = request.Link(BrokerPaths.Tag(name, number, tag)) } });
    }
}
