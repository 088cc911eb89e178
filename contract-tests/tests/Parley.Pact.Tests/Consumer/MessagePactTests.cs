using System.Text.Json;

namespace Parley.Pacts.Tests;

public sealed class MessagePactTests
{
    [Fact]
    public void A_message_that_the_handler_takes_is_written()
    {
        using var folder = new PactFolder().WithShipment();
        var message = Assert.Single(folder.Interactions());
        Assert.Equal("Asynchronous/Messages", message.GetProperty("type").GetString());
        Assert.Equal("a shipment", message.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Messages_and_requests_share_a_file()
    {
        using var folder = await new PactFolder().WithShipment().WithOrderAsync();
        Assert.Equal(2, folder.Interactions().Length);
    }

    [Fact]
    public void A_handler_that_throws_fails_and_nothing_is_written()
    {
        using var folder = new PactFolder();
        var message = folder.Pact().WithMessageInteractions().ExpectsToReceive("a shipment").WithJsonContent(new { id = "A1" });
        var failure = Assert.Throws<PactMessageConsumerVerificationException>(() => message.Verify<JsonElement>(_ => throw new FormatException("no such shipment")));
        Assert.Contains("no such shipment", failure.Message, StringComparison.Ordinal);
        Assert.False(folder.File.Exists);
    }
}
