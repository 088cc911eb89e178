using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>Connections break at any moment; with acknowledgement every event arrives, in order, and again only after a break.</summary>
public sealed class LossyNetworkTests
{
    private const string Channel = "/v2/me/interactions";
    private const int Events = 400;

    private readonly MemoryEventLog _log = new();
    private readonly Random _random = new(7);
    private long _last;

    [Fact]
    public async Task Long_polling_loses_and_reorders_nothing()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync(Channel, new JsonObject { ["ack"] = true });
        var writing = WriteAsync(host);

        long batch = 0;
        while (_last < Events)
        {
            var connecting = client.PostAsync(client.Connect(ack: batch));
            if (_random.Next(5) == 0)
            {
                // The client gives up and connects anew, on another connection, while the server may already be answering.
                using var other = new PollingClient(host, cookies: client.Cookies) { ClientId = client.ClientId };
                var replies = await other.PostAsync(other.Connect(ack: batch));
                await Task.WhenAny(connecting);
                batch = Take(replies, broken: true);
                continue;
            }

            batch = Take(await connecting, broken: false);
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
        var broken = false;
        while (_last < Events)
        {
            await client.SendAsync(client.Connect(ack: batch));
            if (_random.Next(5) == 0)
            {
                client.Socket.Abort();
                client.Dispose();
                client = Resume(await SocketClient.OpenAsync(host), client.ClientId);
                broken = true;
                continue;
            }

            var replies = new JsonArray();
            do
            {
                replies.Add((await client.ReceiveAsync()).DeepClone());
            }
            while (replies[^1].Channel() != "/meta/connect");
            batch = Take(replies, broken);
            broken = false;
        }

        client.Dispose();
        await writing;
    }

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

    private long Take(JsonArray replies, bool broken)
    {
        foreach (var item in replies.SkipLast(1))
        {
            var sequence = item!["ext"]!["replay"]!.GetValue<long>();
            Assert.True(sequence == _last + 1 || broken && sequence <= _last, $"{sequence} came after {_last}, broken: {broken}");
            _last = Math.Max(_last, sequence);
        }

        return replies[^1]!["ext"]!["ack"]!.GetValue<long>();
    }
}
