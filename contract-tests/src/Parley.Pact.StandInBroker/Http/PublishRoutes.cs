using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Model;
using Parley.Pacts.StandInBroker.Rules;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>A consumer's version publishes its pacts: all of them or, when one is refused, none.</summary>
internal static class PublishRoutes
{
    public static void Map(BrokerRoutes routes) => routes.Post("/contracts/publish", Publish);

    private static BrokerReply Publish(BrokerRequest request)
    {
        var body = request.Body;
        var (consumer, number) = (body.Text("pacticipantName"), body.Text("pacticipantVersionNumber"));
        var contracts = body.Objects("contracts");
        if (contracts.Count == 0)
            throw body.Refuse("has no contracts");

        var (branch, tags, buildUrl) = (body.OptionalText("branch"), body.Texts("tags"), body.OptionalText("buildUrl"));
        var pacts = contracts.Select(contract => ReadPact(contract, consumer)).ToList();
        foreach (var (provider, _, hash) in pacts)
        {
            if (request.State.FindPublication(consumer, number, provider) is { } published && published.Pact.Hash != hash)
                return Conflict(consumer, number, provider);
        }

        var pacticipant = request.State.FindOrAddPacticipant(consumer);
        var version = pacticipant.FindOrAdd(number);
        version.BuildUrl = buildUrl ?? version.BuildUrl;
        if (branch is not null)
            pacticipant.AddToBranch(version, branch);
        foreach (var tag in tags)
            version.AddTag(tag);

        var notices = new JsonArray();
        foreach (var (provider, content, hash) in pacts)
            notices.Add(Notice("success", $"Pact {(PublishOne(request.State, version, provider, content, hash) ? "successfully published" : "already published with the same content")} for {consumer} version {number} and provider {provider}."));

        return new JsonObject
        {
            ["notices"] = notices,
            ["_links"] = new JsonObject
            {
                ["pb:pacticipant"] = request.Link(BrokerPaths.Pacticipant(consumer), consumer),
                ["pb:pacticipant-version"] = request.Link(BrokerPaths.Version(consumer, number), number),
                ["pb:contracts"] = new JsonArray([.. pacts.Select(pact => request.Link(BrokerPaths.PactOfVersion(pact.Provider, consumer, number), $"Pact between {consumer} ({number}) and {pact.Provider}"))]),
            },
        };
    }

    private static bool PublishOne(BrokerState state, PacticipantVersion version, string provider, JsonObject content, string hash)
    {
        var consumer = version.Pacticipant;
        if (state.FindPublication(consumer.Name, version.Number, provider) is not null)
            return false;

        state.Publish(version, state.FindPact(consumer.Name, provider, hash) ?? new PactVersion(consumer, state.FindOrAddPacticipant(provider), hash, WithInteractionIds(content)));
        return true;
    }

    private static (string Provider, JsonObject Content, string Hash) ReadPact(JsonMembers contract, string consumer)
    {
        if (contract.Text("specification") != "pact")
            throw contract.Refuse("has a specification other than pact");
        if (contract.Text("consumerName") is var name && name != consumer)
            throw contract.Refuse($"is of consumer '{name}' and not of '{consumer}', which publishes");

        var provider = contract.Text("providerName");
        var pact = JsonMembers.Of(Decode(contract), "the pact");
        RefuseOtherName(contract, pact, "consumer", consumer);
        RefuseOtherName(contract, pact, "provider", provider);
        return (provider, pact.Node, ContentHash.OfPact(pact.Node));
    }

    private static JsonNode? Decode(JsonMembers contract)
    {
        try
        {
            return JsonNode.Parse(Convert.FromBase64String(contract.Text("content")));
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw contract.Refuse($"has content that is not JSON in Base64: {exception.Message}");
        }
    }

    private static void RefuseOtherName(JsonMembers contract, JsonMembers pact, string role, string expected)
    {
        var name = JsonMembers.Of(pact.Node[role], $"the pact's {role}").Text("name");
        if (name != expected)
            throw contract.Refuse($"says that the {role} is '{expected}', and its content says '{name}'");
    }

    /// <summary>Verification results name an interaction by its id.</summary>
    private static JsonObject WithInteractionIds(JsonObject pact)
    {
        foreach (var name in new[] { "interactions", "messages" })
        {
            foreach (var interaction in (pact[name] as JsonArray ?? []).OfType<JsonObject>())
                interaction["_id"] = ContentHash.OfInteraction(interaction);
        }

        return pact;
    }

    private static BrokerReply Conflict(string consumer, string number, string provider)
    {
        var text = $"Cannot change the content of the pact for {consumer} version {number} and provider {provider}, as it has been published already. Publish changed pacts under a new version, best the commit's hash.";
        return new(409, new JsonObject { ["notices"] = new JsonArray(Notice("error", text)), ["errors"] = new JsonObject { ["contracts"] = new JsonArray(text) } });
    }

    private static JsonObject Notice(string type, string text) => new() { ["type"] = type, ["text"] = text };
}
