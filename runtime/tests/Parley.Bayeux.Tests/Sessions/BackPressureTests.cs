namespace Parley.Bayeux;

public sealed class BackPressureTests
{
    [Theory]
    [InlineData(5, 1_000_000)]
    [InlineData(1000, 1024)]
    public async Task Broadcasts_beyond_the_cap_end_the_session(int messages, int bytes)
    {
        await using var host = await BayeuxHost.StartAsync(options =>
        {
            options.MaxQueueMessages = messages;
            options.MaxQueueBytes = bytes;
        });
        using var slow = new PollingClient(host);
        using var other = new PollingClient(host, "agent2");
        await slow.OpenAsync("/news");
        await other.OpenAsync("/other");

        var data = Json.Utf8($"\"{new string('x', 200)}\"");
        for (var i = 0; i < 6; i++)
            await host.Server.PublishAsync("/news", data);

        var reply = Assert.Single(await slow.PostAsync(slow.Connect()));
        Assert.Equal("402::session_unknown", reply.Error());
        Assert.Equal("handshake", reply!["advice"].Text("reconnect"));
        Assert.Equal((1, 1), (host.Meter["bayeux.drops"], host.Server.SessionCount));
        Assert.Equal(0, host.Meter["bayeux.queue.depth"]);
    }

    [Theory]
    [InlineData(5, 1_000_000)]
    [InlineData(1000, 1100)]
    public async Task At_the_cap_the_oldest_events_of_a_droppable_channel_make_room_for_any_other(int messages, int bytes)
    {
        await using var host = await BayeuxHost.StartAsync(options =>
        {
            options.MaxQueueMessages = messages;
            options.MaxQueueBytes = bytes;
            options.DroppableChannels.Add("/figures/*");
        });
        using var client = new PollingClient(host);
        await client.OpenAsync("/figures/load");
        await client.PostAsync(client.Subscribe("/news"));
        await host.Server.PublishAsync("/news", Padded(0));
        for (var i = 1; i <= 8; i++)
            Assert.Equal(1, await host.Server.PublishAsync("/figures/load", Padded(i)));
        await host.Server.PublishAsync("/news", Padded(9));

        Assert.Equal((5, 5, 0), (host.Meter["bayeux.queue.depth"], host.Meter["bayeux.events.dropped"], host.Meter["bayeux.drops"]));
        var replies = await client.PostAsync(client.Connect());
        Assert.Equal([0, 6, 7, 8, 9], replies.SkipLast(1).Select(reply => reply!["data"]![0]!.GetValue<int>()));

        static ReadOnlyMemory<byte> Padded(int number) => Json.Utf8($"[{number},\"{new string('x', 150)}\"]");
    }

    [Fact]
    public async Task Where_all_that_waits_is_on_its_way_a_droppable_event_is_dropped_itself()
    {
        await using var host = await StartWithFiguresAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/figures");
        var session = host.Server.Sessions.All.Single();
        for (var i = 0; i < 5; i++)
            await host.Server.PublishAsync("/figures", Json.Utf8("1"));
        // As a transport does whose write has not ended.
        session.Take([], long.MaxValue);
        await host.Server.PublishAsync("/figures", Json.Utf8("2"));
        Assert.Equal((5, 1, 1), (host.Meter["bayeux.queue.depth"], host.Meter["bayeux.events.dropped"], host.Server.SessionCount));
    }

    [Fact]
    public async Task Of_what_a_client_acknowledges_nothing_is_dropped()
    {
        await using var host = await StartWithFiguresAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/figures", new System.Text.Json.Nodes.JsonObject { ["ack"] = true });
        for (var i = 0; i < 6; i++)
            await host.Server.PublishAsync("/figures", Json.Utf8("1"));
        Assert.Equal((0, 1, 0), (host.Meter["bayeux.events.dropped"], host.Meter["bayeux.drops"], host.Server.SessionCount));
    }

    [Fact]
    public async Task A_backlog_of_private_events_costs_no_broadcast()
    {
        var log = new MemoryEventLog();
        for (var i = 1; i <= 50; i++)
            log.Append("agent1", "/v2/me/x", $"{i}");
        await using var host = await BayeuxHost.StartAsync(options => options.MaxQueueMessages = 5, log);
        using var client = new PollingClient(host);
        await client.OpenAsync("/v2/me/x");
        await client.PostAsync(client.Subscribe("/news"));
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 5);
        for (var i = 0; i < 5; i++)
            Assert.Equal(1, await host.Server.PublishAsync("/news", Json.Utf8("0")));
        Assert.Equal(11, (await client.PostAsync(client.Connect())).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_reply_carries_events_up_to_the_cap_of_bytes_and_at_least_one(bool acknowledges)
    {
        // Broadcasts and private events fill their shares of the queue apart, and share the reply.
        var log = new MemoryEventLog();
        var data = $"\"{new string('x', 900)}\"";
        log.Append("agent1", "/v2/me/x", data);
        await using var host = await BayeuxHost.StartAsync(options => options.MaxQueueBytes = 1024, log);
        using var client = new PollingClient(host);
        await client.OpenAsync("/v2/me/x", acknowledges ? new System.Text.Json.Nodes.JsonObject { ["ack"] = true } : null);
        await client.PostAsync(client.Subscribe("/news"));
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 1);
        await host.Server.PublishAsync("/news", Json.Utf8(data));
        log.Append("agent1", "/v2/me/x", data);
        host.Server.Wake("agent1");
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 3);

        var first = await client.PostAsync(client.Connect(ack: acknowledges ? 0 : null));
        Assert.Equal(["/v2/me/x", "/news", "/meta/connect"], first.Select(reply => reply.Channel()));
        var second = await client.PostAsync(client.Connect(ack: acknowledges ? first[2]!["ext"]!["ack"]!.GetValue<long>() : null));
        Assert.Equal(["/v2/me/x", "/meta/connect"], second.Select(reply => reply.Channel()));
    }

    [Fact]
    public async Task A_socket_that_is_not_read_is_cut_and_its_session_can_go_on()
    {
        var time = new ManualTimeProvider();
        await using var host = await BayeuxHost.StartAsync(options =>
        {
            options.MaxQueueMessages = 1_000_000;
            options.MaxQueueBytes = 256 * 1024 * 1024;
            options.SweepPeriod = TimeSpan.FromMilliseconds(10);
            options.SendTimeout = TimeSpan.FromMilliseconds(10);
        }, time: time);
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SubscribeAsync("/news");

        // More than the buffers of both ends take, so the write hangs.
        var data = Json.Utf8($"\"{new string('x', 60_000)}\"");
        for (var i = 0; i < 1000; i++)
            await host.Server.PublishAsync("/news", data);

        // When the buffers are full is between the kernel and the other end: the clock goes on until a write has taken too long.
        var session = host.Server.Sessions.All.Single();
        var cut = host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        await host.Meter.UntilAsync("bayeux.deliveries", deliveries => deliveries > 0);
        while (!cut.IsCompleted)
        {
            // However long the cut takes, it is not the session's time that is over.
            session.Touch();
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await cut;
        Assert.Equal(1, host.Server.SessionCount);
        Assert.True(host.Meter["bayeux.queue.depth"] > 0);
        using var second = await SocketClient.OpenAsync(host);
        second.ClientId = client.ClientId;
        await second.SendAsync(second.Connect(timeout: 0));
        while ((await second.ReceiveAsync()).Channel() != "/news")
        {
        }
    }

    private static Task<BayeuxHost> StartWithFiguresAsync() => BayeuxHost.StartAsync(options =>
    {
        options.MaxQueueMessages = 5;
        options.DroppableChannels.Add("/figures");
    });
}
