using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Rules;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>Answers <c>can-i-deploy</c> and <c>can-i-merge</c>.</summary>
internal static class MatrixRoutes
{
    public static void Map(BrokerRoutes routes) => routes.Get("/matrix", request =>
    {
        var decision = DeploymentMatrix.Decide(request.State, MatrixQuery.Read(request.QueryString));
        var type = decision.Deployable switch { true => "success", false => "error", null => "warning" };
        return new JsonObject
        {
            ["summary"] = new JsonObject
            {
                ["deployable"] = decision.Deployable,
                ["reason"] = string.Join('\n', decision.Reasons),
                ["success"] = decision.Succeeded,
                ["failed"] = decision.Failed,
                ["unknown"] = decision.Unknown,
            },
            ["notices"] = new JsonArray([.. decision.Reasons.Select(reason => new JsonObject { ["type"] = type, ["text"] = reason })]),
            ["matrix"] = new JsonArray([.. decision.Rows.Select(row => Row(request, row))]),
            ["_links"] = new JsonObject { ["self"] = request.Link("/matrix") },
        };
    });

    private static JsonObject Row(BrokerRequest request, MatrixRow row)
    {
        var (pact, consumerVersion) = (row.Publication.Pact, row.Publication.ConsumerVersion.Number);
        return new JsonObject
        {
            ["consumer"] = Side(request, pact.Consumer.Name, consumerVersion),
            ["provider"] = Side(request, pact.Provider.Name, row.ProviderVersion?.Number),
            ["pact"] = new JsonObject
            {
                ["createdAt"] = row.Publication.CreatedAt.ToString("O"),
                ["_links"] = new JsonObject { ["self"] = request.Link(BrokerPaths.PactOfVersion(pact.Provider.Name, pact.Consumer.Name, consumerVersion)) },
            },
            ["verificationResult"] = row.Result is not { } result ? null : new JsonObject
            {
                ["success"] = result.Success,
                ["_links"] = new JsonObject { ["self"] = VerificationRoutes.Link(request, result) },
            },
        };
    }

    private static JsonObject Side(BrokerRequest request, string name, string? number) => new()
    {
        ["name"] = name,
        ["version"] = number is null ? null : new JsonObject { ["number"] = number },
        ["_links"] = new JsonObject { ["self"] = request.Link(BrokerPaths.Pacticipant(name)) },
    };
}
