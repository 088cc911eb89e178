using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class PrivateStreamTests
{
    private const string Calls = "/v2/me/calls";
    private const string Chats = "/v2/me/chats";

    private readonly MemoryEventLog _log = new();

    [Fact]
    public async Task Each_user_gets_only_his_own_stream()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var one = new PollingClient(host, "agent1");
        using var two = new PollingClient(host, "agent2");
        await one.OpenAsync("/**");
        await two.OpenAsync(Calls);
        _log.Append("agent1", Calls, "\"for one\"");
        _log.Append("agent2", Calls, "\"for two\"");
        host.Server.Wake("agent1");
        host.Server.Wake("agent2");
        Assert.Equal(["\"for one\""], await NextAsync(host, one));
        Assert.Equal(["\"for two\""], await NextAsync(host, two));
    }

    [Fact]
    public async Task A_pattern_reads_all_channels_in_the_order_of_the_log()
    {
        for (var i = 1; i <= 6; i++)
            _log.Append("agent1", i % 2 == 0 ? Calls : Chats, $"{i}");
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync("/v2/me/*");
        Assert.Equal(["1", "2", "3", "4", "5", "6"], await NextAsync(host, client, 6));
    }

    [Fact]
    public async Task A_later_subscription_starts_at_its_own_cursor()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        _log.Append("agent1", Chats, "1");
        _log.Append("agent1", Calls, "2");
        _log.Append("agent1", Chats, "3");
        await client.OpenAsync(Calls);
        Assert.Equal(["2"], await NextAsync(host, client));
        await _log.UntilAcknowledgedAsync("agent1", Calls, 2);
        Assert.Equal(0, _log.Cursor("agent1", Chats));

        await client.PostAsync(client.Subscribe(Chats));
        Assert.Equal(["1", "3"], await NextAsync(host, client, 2));
        // A pattern that covers both brings nothing again.
        await client.PostAsync(client.Subscribe("/v2/me/**"));
        _log.Append("agent1", Calls, "4");
        host.Server.Wake("agent1");
        Assert.Equal(["4"], await NextAsync(host, client));
    }

    [Fact]
    public async Task Without_acknowledgement_the_cursor_follows_what_was_written()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync(Calls);
        _log.Append("agent1", Calls, "1");
        host.Server.Wake("agent1");
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 1);
        Assert.Equal(0, _log.Cursor("agent1", Calls));
        await NextAsync(host, client);
        await _log.UntilAcknowledgedAsync("agent1", Calls, 1);
    }

    [Fact]
    public async Task With_acknowledgement_the_cursor_waits_for_it()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync(Calls, new JsonObject { ["ack"] = true });
        _log.Append("agent1", Calls, "1");
        host.Server.Wake("agent1");
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 1);
        var replies = await client.PostAsync(client.Connect(ack: 0));
        Assert.Equal(0, _log.Cursor("agent1", Calls));

        // The session is lost before the acknowledgement: the next one gets the event again, under the same id.
        using var next = new PollingClient(host);
        await next.OpenAsync(Calls, new JsonObject { ["ack"] = true });
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 2);
        var again = await next.PostAsync(next.Connect(ack: 0));
        Assert.Equal(replies[0]!.ToJsonString(), again[0]!.ToJsonString());
        var held = next.PostAsync(next.Connect(ack: again[1]!["ext"]!["ack"]!.GetValue<long>()));
        await _log.UntilAcknowledgedAsync("agent1", Calls, 1);
        host.Server.Disconnect("agent1");
        await held;
    }

    [Fact]
    public async Task A_backlog_is_read_as_fast_as_the_client_takes_it()
    {
        for (var i = 1; i <= 1000; i++)
            _log.Append("agent1", Calls, $"{i}");
        await using var host = await BayeuxHost.StartAsync(options => options.MaxQueueMessages = 10, _log);
        using var client = new PollingClient(host);
        await client.OpenAsync(Calls);
        var next = 1;
        while (next <= 1000)
        {
            Assert.InRange(_log.EventsRead, 0, next + 9);
            var data = await NextAsync(host, client);
            foreach (var item in data)
                Assert.Equal($"{next++}", item);
        }
    }

    [Fact]
    public async Task Large_events_wait_in_the_log_beyond_the_cap_of_bytes()
    {
        for (var i = 1; i <= 40; i++)
            _log.Append("agent1", Calls, $"\"{i}{new string('x', 500)}\"");
        await using var host = await BayeuxHost.StartAsync(options => options.MaxQueueBytes = 1024, _log);
        using var client = new PollingClient(host);
        await client.OpenAsync(Calls);
        var next = 1;
        while (next <= 40)
        {
            await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth > 0);
            Assert.InRange(host.Meter["bayeux.queue.depth"], 1, 2);
            var data = await NextAsync(host, client);
            foreach (var item in data)
                Assert.StartsWith($"\"{next++}x", item);
        }
    }

    [Fact]
    public async Task News_that_nobody_woke_the_session_for_are_found_by_the_sweep()
    {
        var time = new ManualTimeProvider();
        await using var host = await BayeuxHost.StartAsync(options => options.LogCheckPeriod = TimeSpan.FromSeconds(12), _log, time);
        using var client = new PollingClient(host);
        await client.OpenAsync(Calls);
        _log.Append("agent1", Calls, "1");
        host.Server.Wake("agent1");
        Assert.Equal(["1"], await NextAsync(host, client));
        await _log.UntilReadToEndAsync("agent1", 1);

        _log.Append("agent1", Calls, "2");
        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        time.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal("2", (await held)[0]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_log_that_fails_is_asked_again_at_the_next_sweep()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log, time: new ManualTimeProvider());
        using var client = new PollingClient(host);
        await client.OpenAsync(Calls);
        _log.Append("agent1", Calls, "1");
        _log.Failures = 2;
        host.Server.Wake("agent1");

        var queued = host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 1);
        while (!queued.IsCompleted)
        {
            host.Server.Sweep();
            await Task.Yield();
        }

        await queued;
        _log.Failures = 1;
        Assert.Equal(["1"], await NextAsync(host, client));
        var stored = _log.UntilAcknowledgedAsync("agent1", Calls, 1);
        while (!stored.IsCompleted)
        {
            host.Server.Sweep();
            await Task.Yield();
        }

        await stored;
        Assert.Equal(0, _log.Failures);
    }

    [Theory]
    [InlineData(-1, "5")]
    [InlineData(-2, "2 3 4 5")]
    [InlineData(3, "4 5")]
    public async Task A_client_may_say_where_to_start(int replay, string expected)
    {
        for (var i = 1; i <= 4; i++)
            _log.Append("agent1", Calls, $"{i}");
        _log.Forget("agent1", 1);
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        Assert.True((await client.PostAsync(Replay(client, replay))).Single().Successful());
        _log.Append("agent1", Calls, "5");
        host.Server.Wake("agent1");
        Assert.Equal(expected, string.Join(' ', await NextAsync(host, client, expected.Split(' ').Length)));
    }

    [Theory]
    [InlineData("/v2/me/**", -2, "1 3 4")]
    [InlineData(Calls, -2, "1 3 4")]
    [InlineData("/v2/me/*", 1, "3 4")]
    [InlineData("/v2/me/**", -1, "4")]
    public async Task A_client_may_go_back_in_a_channel_that_a_subscription_brings_already(string subscribed, int replay, string expected)
    {
        foreach (var (channel, data) in new[] { (Calls, "1"), (Chats, "2"), (Calls, "3") })
            _log.Append("agent1", channel, data);
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync(subscribed);
        var first = subscribed == Calls ? "1 3" : "1 2 3";
        Assert.Equal(first, string.Join(' ', await NextAsync(host, client, first.Split(' ').Length)));

        Assert.True((await client.PostAsync(Replay(client, replay))).Single().Successful());
        _log.Append("agent1", Calls, "4");
        host.Server.Wake("agent1");
        Assert.Equal(expected, string.Join(' ', await NextAsync(host, client, expected.Split(' ').Length)));
        Assert.Single(await client.PostAsync(client.Connect(timeout: 0)));
    }

    [Fact]
    public async Task A_subscription_to_new_events_takes_nothing_from_another_that_is_behind()
    {
        for (var i = 1; i <= 3; i++)
            _log.Append("agent1", Calls, $"{i}");
        await using var host = await BayeuxHost.StartAsync(options => options.MaxQueueMessages = 1, _log);
        using var client = new PollingClient(host);
        await client.OpenAsync("/v2/me/**");
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 1);
        Assert.True((await client.PostAsync(Replay(client, -1))).Single().Successful());
        Assert.Equal(["1", "2", "3"], await NextAsync(host, client, 3));
    }

    [Fact]
    public async Task A_subscription_to_new_events_brings_nothing_again_that_came_while_the_log_was_asked()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        var session = Open(host, "agent1");
        var stream = host.Server.StreamOf(session)!;
        Assert.True(ChannelPattern.TryParse(Calls, out var channel));
        _log.Append("agent1", Calls, "1");
        var asked = await stream.ReadPositionAsync();
        stream.Add(channel, null, asked);
        _log.Append("agent1", Calls, "2");
        stream.Wake();
        await _log.UntilReadToEndAsync("agent1", 2);

        stream.Add(channel, -1, asked);
        _log.Append("agent1", Calls, "3");
        stream.Wake();
        await _log.UntilReadToEndAsync("agent1", 3);
        var waiting = new List<Delivery>();
        session.Take(waiting, long.MaxValue);
        Assert.Equal([1, 2, 3], waiting.Select(delivery => delivery.Sequence));
    }

    [Fact]
    public async Task A_session_that_has_ended_shares_with_no_other()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        var (ended, _) = (Open(host, "agent1"), Open(host, "agent1"));
        host.Server.End(ended, RemovalReason.Disconnected);
        // As a subscribe does that was being decided on meanwhile.
        Assert.Null(host.Server.StreamOf(ended));
        var shared = host.Server.Sessions.DeliveriesOf("agent1").Join();
        shared.Of(new(1, Calls, Json.Utf8("1")));
        Assert.Equal(0, shared.Count);
    }

    [Fact]
    public async Task An_event_is_serialised_once_whatever_the_number_of_the_users_sessions()
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        var one = new CountingPayload("[1,2,3]"u8.ToArray());
        var many = new CountingPayload("[1,2,3]"u8.ToArray());
        await QueueAsync(host, "agent1", sessions: 1, one.Memory);
        var sessions = await QueueAsync(host, "agent2", sessions: 50, many.Memory);

        Assert.Equal(one.Reads, many.Reads);
        Assert.Single(sessions.Select(SessionQueue.WaitingFrame).Distinct());
    }

    [Fact]
    public void What_no_session_waits_for_any_more_takes_no_room()
    {
        var shared = new SharedDeliveries().Join().Join();
        for (var i = 1; i <= 5000; i++)
        {
            shared.Of(new(i, Calls, Json.Utf8("1")));
            if (i % 500 == 0)
                GC.Collect();
        }

        Assert.InRange(shared.Count, 1, 1500);
        shared.Leave();
        Assert.Equal(0, shared.Count);
    }

    [Fact]
    public void After_a_time_of_much_that_waited_what_nobody_waits_for_takes_no_more_room_than_before()
    {
        var shared = new SharedDeliveries().Join().Join();
        var waiting = new List<Delivery>();
        for (var i = 1; i <= 2000; i++)
            waiting.Add(shared.Of(new(i, Calls, Json.Utf8("1"))));
        GC.KeepAlive(waiting);
        shared.Leave();

        shared.Join();
        for (var i = 2001; i <= 2500; i++)
        {
            shared.Of(new(i, Calls, Json.Utf8("1")));
            if (i % 50 == 0)
                GC.Collect();
        }

        Assert.InRange(shared.Count, 1, 150);
    }

    [Theory]
    [InlineData("""{"/v2/me/calls":"2"}""")]
    [InlineData("""{"/v2/me/calls":1.5}""")]
    [InlineData("""{"/v2/me/calls":9223372036854775808}""")]
    [InlineData("-2")]
    public async Task A_start_that_is_no_integer_by_channel_is_an_error(string replay)
    {
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var message = client.Subscribe(Calls);
        message["ext"] = new JsonObject { ["replay"] = JsonNode.Parse(replay) };
        Assert.Equal("400::replay_invalid", (await client.PostAsync(message)).Single().Error());
        Assert.Equal(0, host.Server.Channels.Count);
    }

    [Theory]
    [InlineData(1, "400:1,4:replay_expired")]
    [InlineData(9, "400:9,5:replay_unknown")]
    [InlineData(-3, "400:-3,5:replay_unknown")]
    public async Task A_start_that_is_not_retained_is_an_error_that_names_what_is(int replay, string error)
    {
        for (var i = 1; i <= 5; i++)
            _log.Append("agent1", Calls, $"{i}");
        _log.Forget("agent1", 3);
        await using var host = await BayeuxHost.StartAsync(log: _log);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        Assert.Equal(error, (await client.PostAsync(Replay(client, replay))).Single().Error());
        Assert.Equal(0, host.Server.Channels.Count);
    }

    private static JsonObject Replay(PollingClient client, int sequence)
    {
        var message = client.Subscribe(Calls);
        message["ext"] = new JsonObject { ["replay"] = new JsonObject { [Calls] = sequence } };
        return message;
    }

    private async Task<List<Session>> QueueAsync(BayeuxHost host, string user, int sessions, ReadOnlyMemory<byte> data)
    {
        Assert.True(ChannelPattern.TryParse(Calls, out var channel));
        var made = new List<Session>();
        for (var i = 0; i < sessions; i++)
        {
            var session = Open(host, user);
            var stream = host.Server.StreamOf(session)!;
            stream.Add(channel, null, await stream.ReadPositionAsync());
            made.Add(session);
        }

        _log.Append(user, Calls, data);
        var queued = host.Meter["bayeux.queue.depth"] + sessions;
        host.Server.Wake(user);
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == queued);
        return made;
    }

    private static Session Open(BayeuxHost host, string user)
    {
        var session = new Session(ClientId.NewSession(), user, new(), null, acknowledges: false, host.Server.Limits);
        Assert.True(host.Server.Sessions.TryAdd(session, maxPerUser: 50));
        return session;
    }

    private static async Task<List<string>> NextAsync(BayeuxHost host, PollingClient client, int count = 1)
    {
        var data = new List<string>();
        while (data.Count < count)
            data.AddRange((await client.PostAsync(client.Connect())).SkipLast(1).Select(item => item!["data"]!.ToJsonString()));
        return data;
    }
}
