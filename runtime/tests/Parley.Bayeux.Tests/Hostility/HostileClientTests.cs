using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;

namespace Parley.Bayeux;

/// <summary>What clients send that mean no good: the server goes on, holds what it may hold, and the neighbours get their events.</summary>
public sealed class HostileClientTests
{
    private const string Handshake = """{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["websocket","long-polling"]}""";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Guessed_client_ids_open_nothing()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var owner = new PollingClient(host);
        await owner.OpenAsync("/news");
        using var guesser = new PollingClient(host, cookies: owner.Cookies);
        var guesses = Enumerable.Range(0, 100).Select(_ => RandomNumberGenerator.GetHexString(28))
            .Append(owner.ClientId[..^1]).Append(owner.ClientId + "x").Append(owner.ClientId.ToUpperInvariant()).Append("").Append(" " + owner.ClientId);
        foreach (var guess in guesses)
        {
            guesser.ClientId = guess;
            var replies = await guesser.PostAsync(guesser.Message("/meta/disconnect"), guesser.Subscribe("/x"), guesser.Connect());
            Assert.All(replies, reply => Assert.Equal("402::session_unknown", reply.Error()));
        }

        Assert.Equal((1, 1), (host.Server.SessionCount, host.Server.Channels.Count));
        await owner.AssertGetsAsync("/news");
    }

    [Theory]
    [InlineData("long-polling")]
    [InlineData("websocket")]
    public async Task Session_hijack_by_a_second_message_in_a_batch(string transport)
    {
        // The thief is the same principal and, by long-polling, the same browser: all but the session is right.
        await using var host = await BayeuxHost.StartAsync();
        using var victim = new PollingClient(host);
        await victim.OpenAsync("/news");
        JsonArray replies;
        if (transport == "websocket")
        {
            using var thief = await SocketClient.OpenAsync(host);
            await thief.HandshakeAsync();
            var theft = thief.Message("/meta/disconnect");
            theft["clientId"] = victim.ClientId;
            await thief.SendAsync(thief.Message("/meta/unsubscribe"), theft);
            replies = [(await thief.ReceiveAsync()).DeepClone(), (await thief.ReceiveAsync()).DeepClone()];
        }
        else
        {
            using var thief = new PollingClient(host, cookies: victim.Cookies);
            await thief.OpenAsync();
            var theft = thief.Message("/meta/disconnect");
            theft["clientId"] = victim.ClientId;
            replies = await thief.PostAsync(thief.Message("/meta/unsubscribe"), theft);
        }

        Assert.Equal(["403::subscription_missing", "402::session_unknown"], replies.Select(reply => reply.Error()));
        await victim.AssertGetsAsync("/news");
    }

    [Fact]
    public async Task A_flood_of_subscriptions_ends_at_the_cap_and_leaves_nothing_behind()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.MaxSubscriptionsPerSession = 50);
        using var neighbour = new PollingClient(host, "agent2");
        await neighbour.OpenAsync("/news");
        using var flooder = new PollingClient(host);
        await flooder.OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            await flooder.PostAsync(flooder.Subscribe(new JsonArray([.. Enumerable.Range(0, 40).Select(n => (JsonNode)$"/flood/{i}/{n}")])));
            Assert.InRange(host.Server.Channels.Count, 1, 51);
        }

        await neighbour.AssertGetsAsync("/news");
        await flooder.PostAsync(flooder.Message("/meta/disconnect"));
        Assert.Equal(1, host.Server.Channels.Count);
    }

    [Fact]
    public async Task One_session_for_each_request_ends_at_the_cap_and_all_expire()
    {
        await using var host = await BayeuxHost.StartAsync(
            options =>
            {
                options.AllowAnonymous = true;
                options.MaxSessions = 50;
            },
            time: _time);
        var refused = 0;
        for (var i = 0; i < 120; i++)
        {
            using var client = new PollingClient(host, user: null);
            var reply = (await client.PostAsync(client.Handshake())).Single()!;
            if (reply.Error() == "403:too many sessions:handshake_denied")
            {
                refused++;
                Assert.Equal(("handshake", 10_000), (reply["advice"].Text("reconnect"), (int)reply["advice"]!["interval"]!));
            }

            Assert.InRange(host.Server.SessionCount, 1, 50);
        }

        Assert.Equal(70, refused);
        _time.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal((0, 0), (host.Server.SessionCount, host.Meter["bayeux.sessions"]));
        using var late = new PollingClient(host);
        await late.OpenAsync("/news");
        await late.AssertGetsAsync("/news");
    }

    [Fact]
    public async Task Slow_loris_handshakes_that_dribble_keep_no_one_waiting()
    {
        await using var host = await BayeuxHost.StartAsync();
        var dribblers = new List<RawConnection>();
        for (var i = 0; i < 40; i++)
        {
            var dribbler = await RawConnection.OpenAsync(host);
            dribblers.Add(dribbler);
            await dribbler.SendAsync($"POST {BayeuxHost.Path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic {Convert.ToBase64String("agent2:x"u8)}\r\nContent-Length: {Handshake.Length}\r\n\r\n");
            await dribbler.SendAsync(Handshake[..10]);
        }

        using var client = new PollingClient(host);
        await client.OpenAsync("/news");
        await client.AssertGetsAsync("/news");
        Assert.Equal(1, host.Server.SessionCount);

        // One of them is only slow.
        foreach (var character in Handshake[10..])
            await dribblers[0].SendAsync(character.ToString());
        Assert.Contains("\"successful\":true", await dribblers[0].ReadToEndAsync());
        dribblers.ForEach(dribbler => dribbler.Dispose());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_socket_that_never_ends_its_first_message_is_cut(bool dribbles)
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var raw = await RawConnection.OpenAsync(host);
        await raw.UpgradeAsync();
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 1);
        if (dribbles)
            await raw.SendFrameAsync(RawConnection.Text, Handshake[..10]);
        await AdvanceUntilNoSocketAsync(host);
    }

    [Fact]
    public async Task Half_open_sockets_lose_their_sessions_and_are_cut()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        var silent = new List<RawConnection>();
        for (var i = 0; i < 20; i++)
        {
            var raw = await RawConnection.OpenAsync(host);
            silent.Add(raw);
            await raw.UpgradeAsync();
            await raw.SendFrameAsync(RawConnection.Final | RawConnection.Text, Handshake);
            var clientId = JsonNode.Parse((await raw.ReadFrameAsync()).Payload)![0].Text("clientId");
            foreach (var timeout in new[] { 0, 30_000 })
                await raw.SendFrameAsync(RawConnection.Final | RawConnection.Text, $$$"""{"channel":"/meta/connect","clientId":"{{{clientId}}}","advice":{"timeout":{{{timeout}}}}}""");
        }

        // From here on nothing comes from them, no close either.
        await host.Meter.HeldAsync(20);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, host.Meter["bayeux.connects.held"]);
        _time.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(0, host.Server.SessionCount);
        await AdvanceUntilNoSocketAsync(host);
        silent.ForEach(raw => raw.Dispose());
    }

    [Fact]
    public async Task A_socket_that_is_not_read_holds_no_more_than_the_cap_of_bytes_and_then_its_session_ends()
    {
        const int Cap = 256 * 1024;
        await using var host = await BayeuxHost.StartAsync(options => options.MaxQueueBytes = Cap);
        using var neighbour = await SocketClient.OpenAsync(host, "agent2");
        await neighbour.HandshakeAsync();
        await neighbour.SubscribeAsync("/news");
        using var deaf = await SocketClient.OpenAsync(host);
        await deaf.HandshakeAsync();
        await deaf.SubscribeAsync("/news");
        var session = host.Server.Sessions.OfUser("agent1").Single();

        // More than the buffers of both ends of a connection take, in events that fit the cap.
        var data = Json.Utf8($"\"{new string('x', 30_000)}\"");
        for (var published = 0; host.Meter["bayeux.drops"] == 0; published++)
        {
            Assert.True(published < 2000, "The session of a client that reads nothing lives on.");
            await host.Server.PublishAsync("/news", data);
            Assert.InRange(session.QueuedBytes, 0, Cap);
            Assert.Equal("/news", (await neighbour.ReceiveAsync()).Channel());
        }

        Assert.Equal((1, 0L), (host.Server.SessionCount, session.QueuedBytes));
        await host.Server.PublishAsync("/news", Json.Utf8("1"));
        Assert.Equal("1", (await neighbour.ReceiveAsync())["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Replies_that_are_not_read_hold_up_the_messages_behind_them()
    {
        const int Calls = 100;
        var answer = Json.Utf8($"\"{new string('x', 30_000)}\"");
        var fourth = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        WebSocketConnection? socket = null;
        var (calls, most, writes) = (0, 0, 0);
        await using var host = await BayeuxHost.StartAsync(
            services: bayeux => bayeux.MapService("/service/large", (_, _) =>
            {
                most = Math.Max(most, socket!.QueuedReplyBytes);
                if (++calls == 4)
                    fourth.SetResult();
                return new(answer);
            }),
            middleware: app => app.Use((context, next) =>
            {
                // The first write is the handshake's reply.
                context.Features.Set<IHttpUpgradeFeature>(new HeldUpgrade(
                    context.Features.GetRequiredFeature<IHttpUpgradeFeature>(), () => writes++ == 0 ? Task.CompletedTask : opened.Task));
                return next(context);
            }));
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        socket = host.Server.Sockets.Single().Key;
        for (var i = 0; i < Calls; i++)
        {
            var call = client.Message("/service/large");
            call["data"] = i;
            await client.SendAsync(call);
        }

        await fourth.Task.WaitAsync(Limit.Any, TestContext.Current.CancellationToken);
        opened.SetResult();
        var ids = new List<string>();
        while (ids.Count < Calls)
        {
            if (await client.ReceiveAsync() is var message && message["data"] is not null)
                ids.Add(message.Text("id")!);
        }

        Assert.Equal(Enumerable.Range(2, Calls).Select(id => $"{id}"), ids);
        Assert.InRange(most, 1, 64 * 1024);
    }

    [Theory]
    [InlineData("large")]
    [InlineData("deep")]
    [InlineData("many")]
    public async Task Oversized_and_deeply_nested_messages_harm_no_neighbour(string kind)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var neighbour = new PollingClient(host, "agent2");
        await neighbour.OpenAsync("/news");
        var body = kind switch
        {
            "large" => $$"""[{"channel":"/a","data":"{{new string('x', 1_000_000)}}"}]""",
            "deep" => string.Concat(Enumerable.Repeat("""{"data":""", 7000)),
            _ => $"[{string.Join(',', Enumerable.Repeat("{}", 20_000))}]",
        };
        for (var i = 0; i < 5; i++)
        {
            using var client = new PollingClient(host);
            using var response = await client.PostRawAsync(body);
            Assert.Equal(kind switch { "large" => HttpStatusCode.RequestEntityTooLarge, "deep" => HttpStatusCode.BadRequest, _ => HttpStatusCode.OK }, response.StatusCode);
        }

        Assert.Equal(1, host.Server.SessionCount);
        await neighbour.AssertGetsAsync("/news");
    }

    private sealed class HeldUpgrade(IHttpUpgradeFeature inner, Func<Task> gate) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => new HeldWrites(await inner.UpgradeAsync(), gate);
    }

    // A close waits for its write and for the client's answer, each on threads of their own: the clock goes on until the socket is gone.
    private async Task AdvanceUntilNoSocketAsync(BayeuxHost host)
    {
        var gone = host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        while (!gone.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await gone;
    }
}
