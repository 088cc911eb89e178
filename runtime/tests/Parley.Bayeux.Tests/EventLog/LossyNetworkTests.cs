using System.Net;
using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>Connections break at any moment, and servers end; with acknowledgement every event arrives, in order, and again only after a break.</summary>
public sealed class LossyNetworkTests
{
    private const string Channel = "/v2/me/interactions";
    private const int Events = 400;

    private readonly MemoryEventLog _log = new();
    private readonly Random _random = new(7);
    private readonly DeliveryOrder _order = new();

    [Fact]
    public async Task Long_polling_loses_and_reorders_nothing()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync(Channel, new JsonObject { ["ack"] = true });
        var writing = WriteAsync(host);

        long batch = 0;
        while (_order.Last < Events)
        {
            var connecting = client.PostRawAsync(client.Connect(ack: batch).ToJsonString());
            if (_random.Next(5) == 0)
            {
                // The client gives up and connects anew, on another connection, while the server may already be answering.
                using var other = new PollingClient(host, cookies: client.Cookies) { ClientId = client.ClientId };
                var anew = other.PostRawAsync(other.Connect(ack: batch).ToJsonString());
                using var abandoned = await connecting;
                using var response = await anew;
                _order.Broken();
                // By two connections the two come in any order: what was sent last may be the one that is overtaken.
                if (response.StatusCode == HttpStatusCode.OK)
                    batch = Take(await JsonAsync(response));
                continue;
            }

            using var answer = await connecting;
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            batch = Take(await JsonAsync(answer));
        }

        await writing;
    }

    [Fact]
    public async Task WebSockets_lose_and_reorder_nothing()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync(new JsonObject { ["ack"] = true });
        await client.SubscribeAsync(Channel);
        var writing = WriteAsync(host);

        long batch = 0;
        while (_order.Last < Events)
        {
            await client.SendAsync(client.Connect(ack: batch));
            if (_random.Next(5) != 0 && await RepliesAsync(client) is { } replies)
            {
                batch = Take(replies);
                continue;
            }

            client.Socket.Abort();
            client.Dispose();
            client = Resume(await SocketClient.OpenAsync(host), client.ClientId);
            _order.Broken();
        }

        client.Dispose();
        await writing;
    }

    [Theory]
    [InlineData("long-polling", 1)]
    [InlineData("long-polling", 2)]
    [InlineData("websocket", 1)]
    [InlineData("websocket", 2)]
    public async Task The_real_client_gets_everything_once_and_in_order_whatever_breaks(string transport, int seed)
    {
        var random = new Random(seed);
        var host = await StartAsync();
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: "ack", port: network.Port);
        await client.OpenAsync(Channel);
        var written = 0;
        for (var round = 0; round < 12; round++)
        {
            for (var i = random.Next(1, 20); i > 0; i--, written++)
                _log.Append("agent1", Channel, "0");
            host.Server.Wake("agent1");
            switch (random.Next(5))
            {
                case 0:
                    network.Cut();
                    break;
                case 1:
                    network.Down();
                    await ObserveAsync(client, (what, message) => what == "connect" && !message.Successful());
                    network.Up();
                    break;
                case 2:
                    network.Pause();
                    network.Cut();
                    network.Resume();
                    break;
                case 3:
                    host = await network.ReplaceAsync(host, StartAsync);
                    // A subscription that breaks is for the application to repeat, and there is none.
                    await ObserveAsync(client, (what, message) => what == "subscribed" && message.Successful());
                    break;
            }

            if (_order.Last < written)
                await ObserveAsync(client, (_, _) => _order.Last == written);
        }

        await _log.UntilAcknowledgedAsync("agent1", Channel, written);
        await host.DisposeAsync();

        Task<BayeuxHost> StartAsync() => BayeuxHost.StartAsync(options => options.DrainInterval = TimeSpan.Zero, _log);
    }

    // Null when the session is not this socket's any more: the last connect of the socket before may be taken up behind the first of this one.
    private static async Task<JsonArray?> RepliesAsync(SocketClient client)
    {
        var replies = new JsonArray();
        while (await client.ReceiveUntilClosedAsync() is { } message)
        {
            replies.Add(message.DeepClone());
            if (message.Channel() == "/meta/connect")
                return message.Successful() ? replies : null;
        }

        return null;
    }

    private static async Task<JsonArray> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();

    private static SocketClient Resume(SocketClient client, string clientId)
    {
        client.ClientId = clientId;
        return client;
    }

    private async Task WriteAsync(BayeuxHost host)
    {
        for (var i = 0; i < Events; i++)
        {
            _log.Append("agent1", Channel, $"{i}");
            host.Server.Wake("agent1");
            await Task.Yield();
        }
    }

    private long Take(JsonArray replies)
    {
        foreach (var item in replies.SkipLast(1))
            _order.Take(item!["ext"]!["replay"]!.GetValue<long>());
        return replies[^1]!["ext"]!["ack"]!.GetValue<long>();
    }

    // What the client itself takes for a break counts as one, in the order in which it sees breaks and events.
    private async Task ObserveAsync(CometdDriver client, Func<string, JsonNode, bool> until)
    {
        string what;
        JsonNode message;
        do
        {
            (what, message) = await client.NextAsync();
            if (what == "event")
                _order.Take(message["ext"]!["replay"]!.GetValue<long>());
            else if (what == "handshake" || what == "connect" && !message.Successful())
                _order.Broken();
        }
        while (!until(what, message));
    }
}
