using System.Text.Json;

namespace Parley.Pacts.Tests;

/// <summary>A folder of pacts that is gone with its test.</summary>
internal sealed class PactFolder : IDisposable
{
    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("pacts-");

    public DirectoryInfo Directory => _directory;

    public FileInfo File => new(Path.Combine(_directory.FullName, "shop-warehouse.json"));

    public IPactV4 Pact() => Pacts.Pact.V4("shop", "warehouse", new PactConfig { PactDir = _directory.FullName, Outputters = [] });

    public JsonElement[] Interactions()
    {
        using var pact = JsonDocument.Parse(System.IO.File.ReadAllBytes(File.FullName));
        return [.. pact.RootElement.GetProperty("interactions").EnumerateArray().Select(interaction => interaction.Clone())];
    }

    /// <summary>Writes a pact as a consumer would.</summary>
    public async Task<PactFolder> WithOrderAsync()
    {
        var pact = Pact().WithHttpInteractions();
        pact.UponReceiving("an order").Given("goods are there", new Dictionary<string, string> { ["article"] = "7" })
            .WithRequest(HttpMethod.Post, "/orders").WithJsonBody(new { article = Match.Type("7"), amount = Match.Integer(2) })
            .WillRespond().WithStatus(201).WithJsonBody(new { id = Match.Regex("A1", "^[A-Z][0-9]$") });
        await pact.VerifyAsync(context => Requests.PostAsync(context.MockServerUri, "/orders", """{"article":"x","amount":1}"""));
        return this;
    }

    /// <summary>Writes a message as a consumer would.</summary>
    public PactFolder WithShipment()
    {
        Pact().WithMessageInteractions().ExpectsToReceive("a shipment").Given("an order is placed")
            .WithJsonContent(new { id = Match.Regex("A1", "^[A-Z][0-9]$") })
            .Verify<JsonElement>(message => Assert.Equal("A1", message.GetProperty("id").GetString()));
        return this;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
