using System.Text.Json.Nodes;

namespace ContactCenter.Broker.Support;

/// <summary>A pact of one interaction with <see cref="PingProvider"/>, in a folder of its own.</summary>
internal sealed class PingPact : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-ping-");

    public string Consumer { get; } = BrokerUnderTest.New("ping-consumer");

    public string Provider { get; } = BrokerUnderTest.New("ping-provider");

    /// <summary>Writes the pact: the provider answers with the word.</summary>
    /// <returns>The file.</returns>
    public string Write(string word)
    {
        var pact = new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = Consumer },
            ["provider"] = new JsonObject { ["name"] = Provider },
            ["interactions"] = new JsonArray(new JsonObject
            {
                ["description"] = "a ping",
                ["type"] = "Synchronous/HTTP",
                ["request"] = new JsonObject { ["method"] = "GET", ["path"] = "/ping" },
                ["response"] = new JsonObject
                {
                    ["status"] = 200,
                    ["body"] = new JsonObject { ["content"] = word, ["contentType"] = "text/plain", ["encoded"] = false },
                },
            }),
            ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "4.0" } },
        };
        var file = Path.Combine(_folder.FullName, $"{Consumer}-{Provider}.json");
        File.WriteAllText(file, pact.ToJsonString());
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
