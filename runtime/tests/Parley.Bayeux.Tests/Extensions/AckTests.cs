using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class AckTests
{
    private static JsonObject Wish => new() { ["ack"] = true };

    [Theory]
    [InlineData("""{"ack":true}""", """{"ack":true}""")]
    [InlineData("""{"ack":{"enabled":true}}""", """{"ack":{"enabled":true,"batch":0}}""")]
    [InlineData("""{"ack":false}""", null)]
    public async Task The_server_consents_in_the_form_of_the_wish(string wish, string? consent)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        Assert.Equal(consent, (await client.HandshakeAsync(JsonNode.Parse(wish)))["ext"]?.ToJsonString());
    }

    [Fact]
    public async Task What_is_not_acknowledged_is_sent_again()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/news", Wish);
        await PublishAsync(host, "1");

        var first = await client.PostAsync(client.Connect(ack: 0));
        Assert.Equal(["1"], Data(first));
        var batch = Batch(first);
        await PublishAsync(host, "2");

        // As if the reply had been lost: the client still acknowledges what it had before.
        var again = await client.PostAsync(client.Connect(ack: 0));
        Assert.Equal(["1", "2"], Data(again));
        Assert.Equal(1, host.Meter["bayeux.redeliveries"]);
        Assert.True(Batch(again) > batch);

        await PublishAsync(host, "3");
        Assert.Equal(["3"], Data(await client.PostAsync(client.Connect(ack: Batch(again)))));
    }

    [Fact]
    public async Task An_unacknowledged_event_answers_the_next_connect_at_once()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/news", Wish);
        await PublishAsync(host, "1");
        await client.PostAsync(client.Connect(ack: 0));
        Assert.Equal(["1"], Data(await client.PostAsync(client.Connect(ack: 0))));
    }

    [Fact]
    public async Task An_overtaken_connect_loses_nothing()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/news", Wish);

        var slow = client.PostRawAsync(client.Connect(ack: 0).ToJsonString());
        await host.Meter.HeldAsync();
        var current = client.PostAsync(client.Connect(ack: 0));
        using (await slow)
            await host.Meter.HeldAsync();

        await PublishAsync(host, "1");
        var batch = Batch(await current);

        // A connect that was sent before the acknowledgement arrives after it: nothing is unconfirmed, nothing is lost.
        await PublishAsync(host, "2");
        var later = await client.PostAsync(client.Connect(ack: batch));
        Assert.Equal(["2"], Data(later));
        Assert.Equal(["2"], Data(await client.PostAsync(client.Connect(ack: 0))));
        await PublishAsync(host, "3");
        Assert.Equal(["3"], Data(await client.PostAsync(client.Connect(ack: Batch(later)))));
    }

    [Fact]
    public async Task A_repeated_acknowledgement_confirms_nothing_new()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/news", Wish);
        await PublishAsync(host, "1");
        var batch = Batch(await client.PostAsync(client.Connect(ack: 0)));
        await PublishAsync(host, "2");
        Assert.Equal(["2"], Data(await client.PostAsync(client.Connect(ack: batch))));
        var again = await client.PostAsync(client.Connect(ack: batch));
        Assert.Equal(["2"], Data(again));
        Assert.Empty(Data(await client.PostAsync(client.Connect(timeout: 0, ack: Batch(again)))));
        Assert.Empty(Data(await client.PostAsync(client.Connect(timeout: 0, ack: Batch(again)))));
        Assert.Equal(0, host.Meter["bayeux.queue.depth"]);
    }

    [Fact]
    public async Task By_WebSocket_too_a_repeated_acknowledgement_confirms_nothing_new()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync(Wish);
        await client.SubscribeAsync("/news");
        await PublishAsync(host, "1");
        var batches = new List<long> { 0 };
        foreach (var (ack, expected) in new[] { (0, "1"), (0, "1"), (1, ""), (1, "") })
        {
            await client.SendAsync(client.Connect(timeout: 0, ack: batches[ack]));
            var replies = new JsonArray();
            do
            {
                replies.Add((await client.ReceiveAsync()).DeepClone());
            }
            while (replies[^1].Channel() != "/meta/connect");
            Assert.Equal(expected, string.Join(',', Data(replies)));
            batches.Insert(1, Batch(replies));
        }

        Assert.Equal(0, host.Meter["bayeux.queue.depth"]);
    }

    [Fact]
    public async Task A_forged_acknowledgement_confirms_only_what_was_sent()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/news", Wish);
        await PublishAsync(host, "1");
        Assert.Equal(["1"], Data(await client.PostAsync(client.Connect(ack: long.MaxValue))));
    }

    [Fact]
    public async Task By_WebSocket_too_events_go_out_with_connects_only()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync(Wish);
        await client.SubscribeAsync("/news");
        await PublishAsync(host, "1");
        await client.SendAsync(client.Connect(ack: 0));
        Assert.Equal("/news", (await client.ReceiveAsync()).Channel());
        var connect = await client.ReceiveAsync();
        Assert.Equal("/meta/connect", connect.Channel());

        await client.SendAsync(client.Connect(ack: connect["ext"]!["ack"]!.GetValue<long>()));
        await host.Meter.HeldAsync();
        client.Socket.Abort();
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        await PublishAsync(host, "2");

        using var second = await SocketClient.OpenAsync(host);
        second.ClientId = client.ClientId;
        await second.SendAsync(second.Connect(ack: connect["ext"]!["ack"]!.GetValue<long>()));
        Assert.Equal("2", (await second.ReceiveAsync())["data"]!.ToJsonString());
    }

    private static async Task PublishAsync(BayeuxHost host, string data) => Assert.Equal(1, await host.Server.PublishAsync("/news", Json.Utf8(data)));

    private static IEnumerable<string> Data(JsonArray replies) => replies.SkipLast(1).Select(reply => reply!["data"]!.ToJsonString());

    private static long Batch(JsonArray replies) => replies[^1]!["ext"]!["ack"]!.GetValue<long>();
}
