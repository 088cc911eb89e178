using System.Text.Json.Nodes;

namespace Parley.ContractTesting.Support;

/// <summary>Pacts with <see cref="Shelf"/>.</summary>
internal static class ShelfPact
{
    public const string ThingExists = "a thing is on the shelf";

    public static JsonObject Of(params JsonObject[] interactions) => new()
    {
        ["consumer"] = new JsonObject { ["name"] = "reader" },
        ["provider"] = new JsonObject { ["name"] = Shelf.Name },
        ["interactions"] = new JsonArray([.. interactions]),
        ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "4.0" } },
    };

    /// <summary>A thing that is on the shelf is read.</summary>
    public static JsonObject Read(string id, string content, string state = ThingExists) => new()
    {
        ["description"] = $"read {id}",
        ["type"] = "Synchronous/HTTP",
        ["providerStates"] = new JsonArray(new JsonObject { ["name"] = state, ["params"] = new JsonObject { ["id"] = id, ["content"] = content } }),
        ["request"] = new JsonObject { ["method"] = "GET", ["path"] = $"/things/{id}" },
        ["response"] = new JsonObject { ["status"] = 200, ["body"] = new JsonObject { ["content"] = content, ["contentType"] = "text/plain", ["encoded"] = false } },
    };

    /// <summary>A thing is read that is not there; no state.</summary>
    public static JsonObject Miss(string id) => new()
    {
        ["description"] = $"miss {id}",
        ["type"] = "Synchronous/HTTP",
        ["request"] = new JsonObject { ["method"] = "GET", ["path"] = $"/things/{id}" },
        ["response"] = new JsonObject { ["status"] = 404 },
    };

    /// <summary>The thing is announced.</summary>
    public static JsonObject Announce(string id) => new()
    {
        ["description"] = $"announce {id}",
        ["type"] = "Asynchronous/Messages",
        ["contents"] = new JsonObject { ["content"] = new JsonObject { ["id"] = id }, ["contentType"] = "application/json", ["encoded"] = false },
        ["metadata"] = new JsonObject { ["contentType"] = "application/json" },
    };
}
