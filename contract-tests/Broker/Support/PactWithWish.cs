using System.Text.Json.Nodes;

namespace ContactCenter.Broker.Support;

/// <summary>The consumer's pact with one more interaction, which the provider does not know yet.</summary>
internal sealed class PactWithWish : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-wish-");

    public PactWithWish(string folder, string consumer, string provider)
    {
        var name = $"{consumer}-{provider}.json";
        var pact = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name)))!;
        pact["interactions"]!.AsArray().Add((JsonNode)new JsonObject
        {
            ["description"] = "a wish",
            ["type"] = "Synchronous/HTTP",
            ["providerStates"] = new JsonArray(new JsonObject { ["name"] = "a state that only the consumer knows" }),
            ["request"] = new JsonObject { ["method"] = "GET", ["path"] = "/api/v2/wishes" },
            ["response"] = new JsonObject { ["status"] = 200 },
        });
        File.WriteAllText(Path.Combine(Folder, name), pact.ToJsonString());
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
