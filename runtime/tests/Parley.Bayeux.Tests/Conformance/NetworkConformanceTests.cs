using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class NetworkConformanceTests : ConformanceTests
{
    private const string Channel = "/v2/me/interactions";

    [Theory, MemberData(nameof(Transports))]
    public async Task Simulated_short_network_failure(string transport)
    {
        await using var host = await StartOpenAsync(time: Time);
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, port: network.Port, extensions: "ack");
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();
        var session = OnlySession(host);

        network.Down();
        Assert.False((await client.UntilAsync("connect")).Successful());
        Assert.Equal(1, await host.Server.PublishAsync("/news", Json.Utf8("1")));
        Time.Advance(TimeSpan.FromSeconds(8));
        network.Up();
        Assert.Equal(1, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
        Assert.Same(session, OnlySession(host));
        await AssertDeliversAsync(host, client, "/news", "2");
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Simulated_long_network_failure(string transport)
    {
        await using var host = await StartOpenAsync(time: Time);
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, port: network.Port);
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();

        network.Down();
        Assert.False((await client.UntilAsync("connect")).Successful());
        await AdvanceUntilNoSessionAsync(host);
        network.Up();
        Assert.True((await client.UntilAsync("handshake")).Successful());
        Assert.True((await client.UntilAsync("subscribed")).Successful());
        await AssertDeliversAsync(host, client, "/news", "1");
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Max_network_delay(string transport)
    {
        var gate = new TaskCompletionSource<ReadOnlyMemory<byte>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartOpenAsync(services: bayeux => bayeux.MapService("/service/slow", (_, _) => new(gate.Task)));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await ConfigureDelayAsync(client, 100);
        await client.PublishAsync("/service/slow", 1);
        Assert.False((await client.UntilAsync("published")).Successful());
        await ConfigureDelayAsync(client, CometdDriver.Patience);
        gate.SetResult(null);

        var session = OnlySession(host);
        await client.PublishAsync("/news", 2);
        Assert.Equal(2, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
        Assert.Same(session, OnlySession(host));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Slow_connection(string transport)
    {
        await using var host = await StartOpenAsync();
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, port: network.Port);
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();
        network.Pause();
        for (var i = 0; i < 100; i++)
            Assert.Equal(1, await host.Server.PublishAsync("/news", Json.Utf8($"{i}")));
        network.Resume();
        for (var i = 0; i < 100; i++)
            Assert.Equal(i, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Max_queue(string transport)
    {
        await using var host = await StartOpenAsync(options => options.MaxQueueMessages = 5, Time);
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, port: network.Port);
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();
        network.Down();
        Assert.False((await client.UntilAsync("connect")).Successful());
        await host.Meter.HeldAsync(0);
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        for (var i = 0; i < 6; i++)
            await host.Server.PublishAsync("/news", Json.Utf8("0"));
        Assert.Equal((1, 0, 0), (host.Meter["bayeux.drops"], host.Meter["bayeux.queue.depth"], host.Server.SessionCount));

        network.Up();
        Assert.True((await client.UntilAsync("handshake")).Successful());
        Assert.True((await client.UntilAsync("subscribed")).Successful());
        await AssertDeliversAsync(host, client, "/news", "1");
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Ack_broken_connection(string transport)
    {
        var log = new MemoryEventLog();
        await using var host = await StartOpenAsync(log: log);
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, port: network.Port, extensions: "ack");
        await client.OpenAsync(Channel);
        var order = new DeliveryOrder();
        for (var round = 0; round < 10; round++)
        {
            await host.Meter.HeldAsync();
            // The answer of the held connect is on its way when the connection breaks.
            network.Pause();
            for (var i = 0; i < 10; i++)
                log.Append("agent1", Channel, "0");
            host.Server.Wake("agent1");
            await host.Meter.HeldAsync(0);
            network.Cut();
            network.Resume();
            order.Broken();
            while (order.Last < (round + 1) * 10)
                order.Take((await client.UntilAsync("event"))["ext"]!["replay"]!.GetValue<long>());
        }

        await log.UntilAcknowledgedAsync("agent1", Channel, 100);
        Assert.True(host.Meter["bayeux.redeliveries"] > 0);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Ack_overtaken_connect(string transport)
    {
        var log = new MemoryEventLog();
        await using var host = await StartOpenAsync(options => options.SweepPeriod = TimeSpan.FromMilliseconds(10), Time, log: log);
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, port: network.Port, extensions: "ack");
        await client.OpenAsync(Channel);
        await host.Meter.HeldAsync();

        // The client gives its connect up and sends another, while the server answers the first into the void.
        network.Pause();
        log.Append("agent1", Channel, "1");
        host.Server.Wake("agent1");
        await host.Meter.HeldAsync(0);
        network.Cut();
        network.Resume();
        Assert.False((await client.UntilAsync("connect")).Successful());
        Assert.Equal(1, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
        log.Append("agent1", Channel, "2");
        host.Server.Wake("agent1");
        Assert.Equal(2, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Disconnect_failing(string transport)
    {
        await using var host = await StartOpenAsync(time: Time);
        using var network = new FaultyNetwork(host);
        await using var client = await CometdDriver.StartAsync(host, transport, port: network.Port);
        await client.OpenAsync();
        await host.Meter.HeldAsync();
        network.Down();
        await client.DoAsync("disconnect");
        Assert.False((await client.UntilAsync("disconnected")).Successful());
        await AdvanceUntilNoSessionAsync(host);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Sweep_orphan(string transport)
    {
        await using var host = await StartOpenAsync(time: Time);
        var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();
        await client.DisposeAsync();
        await AdvanceUntilNoSessionAsync(host);
        Assert.Equal(0, host.Server.Channels.Count);
        Assert.Equal(0, host.Meter["bayeux.queue.depth"]);
    }

    private static async Task ConfigureDelayAsync(CometdDriver client, int milliseconds)
    {
        await client.DoAsync(new JsonObject { ["do"] = "reconfigure", ["config"] = new JsonObject { ["maxNetworkDelay"] = milliseconds } });
        await client.UntilAsync("configured");
    }

    // The clock of the session starts when the server sees its connection gone.
    private async Task AdvanceUntilNoSessionAsync(BayeuxHost host)
    {
        await host.Meter.HeldAsync(0);
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        Time.Advance(TimeSpan.FromSeconds(12));
        await host.Meter.UntilAsync("bayeux.sessions", sessions => sessions == 0);
    }
}
