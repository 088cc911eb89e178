using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Support;

/// <summary>Pacts with one interaction, told apart by its description.</summary>
internal static class SamplePact
{
    public const string Consumer = "desktop";
    public const string Provider = "contact-center";

    public static JsonObject Of(string description, string consumer = Consumer, string provider = Provider) => new()
    {
        ["consumer"] = new JsonObject { ["name"] = consumer },
        ["provider"] = new JsonObject { ["name"] = provider },
        ["interactions"] = new JsonArray(new JsonObject { ["description"] = description, ["type"] = "Asynchronous/Messages" }),
        ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "4.0" } },
    };
}
