using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>The server through the eyes of CometD's own client, on both transports.</summary>
public sealed class CometdTests
{
    private const string Channel = "/v2/me/interactions";

    public static TheoryData<string> Transports => new("long-polling", "websocket");

    [Theory, MemberData(nameof(Transports))]
    public async Task Events_arrive_in_order(string transport)
    {
        await using var host = await BayeuxHost.StartAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");

        for (var i = 0; i < 50; i++)
            await host.Server.PublishAsync("/news", Json.Utf8($"{i}"));

        for (var i = 0; i < 50; i++)
            Assert.Equal(i, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_remote_call_gets_its_answer(string transport)
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.MapService("/service/echo", (call, _) =>
            new(Json.Utf8($$"""{"user":"{{call.Session.UserId}}","data":{{System.Text.Encoding.UTF8.GetString(call.Data.Span)}}}"""))));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();

        await client.CallAsync("echo", new JsonObject { ["referenceId"] = 7 });
        var answer = await client.UntilAsync("answer");
        Assert.Equal("""{"user":"agent1","data":{"referenceId":7}}""", answer["data"]!.ToJsonString());

        // A falsy answer is an answer, and a missing service is a failure, not a timeout.
        await client.CallAsync("echo", 0);
        Assert.Equal(0, (await client.UntilAsync("answer"))["data"]!["data"]!.GetValue<int>());
        await client.CallAsync("none", 1);
        var failure = await client.UntilAsync("answer");
        Assert.False(failure.Successful());
        Assert.Equal("403:no such service:publish_denied", failure.Error());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_publish_is_refused_by_default(string transport)
    {
        await using var host = await BayeuxHost.StartAsync(log: new MemoryEventLog());
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");

        await client.PublishAsync("/news", 1);
        Assert.Equal("403:clients do not publish here:publish_denied", (await client.UntilAsync("published")).Error());
        await client.PublishAsync(Channel, 1);
        Assert.Equal("403:private channels are written by the server:publish_denied", (await client.UntilAsync("published")).Error());
    }

    [Theory]
    [InlineData("long-polling", false)]
    [InlineData("long-polling", true)]
    [InlineData("websocket", false)]
    [InlineData("websocket", true)]
    public async Task Undelivered_private_events_arrive_after_a_restart(string transport, bool ack)
    {
        var log = new MemoryEventLog();
        await using var first = await BayeuxHost.StartAsync(options => options.DrainInterval = TimeSpan.Zero, log);
        using var network = new FaultyNetwork(first);
        await using var client = await CometdDriver.StartAsync(first, transport, extensions: ack ? "ack" : "", port: network.Port);
        await client.OpenAsync(Channel);

        log.Append("agent1", Channel, "1");
        log.Append("agent2", Channel, "\"not for agent1\"");
        first.Server.Wake("agent1");
        var one = await client.UntilAsync("event");
        Assert.Equal(1, one["data"]!.GetValue<int>());
        Assert.Equal(1, one["ext"]!["replay"]!.GetValue<long>());
        await log.UntilAcknowledgedAsync("agent1", Channel, 1);

        await using var second = await network.ReplaceAsync(first, () =>
        {
            for (var i = 2; i <= 5; i++)
                log.Append("agent1", Channel, $"{i}");
            return BayeuxHost.StartAsync(log: log);
        });
        for (var i = 2; i <= 5; i++)
        {
            var item = await client.UntilAsync("event");
            Assert.Equal(i, item["data"]!.GetValue<int>());
            Assert.Equal(i, item["ext"]!["replay"]!.GetValue<long>());
        }

        await log.UntilAcknowledgedAsync("agent1", Channel, 5);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_disconnect_is_confirmed_and_ends_the_session(string transport)
    {
        await using var host = await BayeuxHost.StartAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();

        await client.DoAsync("disconnect");
        var said = await client.UntilAsync("disconnected");
        Assert.True(said.Successful());
        await host.Meter.UntilAsync("bayeux.sessions", sessions => sessions == 0);
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task With_acknowledgement_events_go_out_with_connects_and_are_confirmed(string transport)
    {
        var log = new MemoryEventLog();
        await using var host = await BayeuxHost.StartAsync(log: log);
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: "ack");
        await client.OpenAsync("/v2/me/**");

        for (var i = 1; i <= 20; i++)
        {
            log.Append("agent1", i % 2 == 0 ? Channel : "/v2/me/sms", $"{i}");
            host.Server.Wake("agent1");
        }

        for (var i = 1; i <= 20; i++)
            Assert.Equal(i, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
        await log.UntilAcknowledgedAsync("agent1", Channel, 20);
        await log.UntilAcknowledgedAsync("agent1", "/v2/me/sms", 19);
        Assert.Equal(0, host.Meter["bayeux.redeliveries"]);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task The_clocks_are_compared(string transport)
    {
        var time = new ManualTimeProvider();
        await using var host = await BayeuxHost.StartAsync(time: time);
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: "timesync");
        var before = DateTimeOffset.UtcNow;
        await client.OpenAsync();

        await client.DoAsync("offset");
        var offset = TimeSpan.FromMilliseconds((await client.UntilAsync("offset"))["value"]!.GetValue<long>());
        // The client took the server's standing clock to be that of some moment in between; it counts in whole milliseconds.
        var rounding = TimeSpan.FromMilliseconds(2);
        Assert.InRange(time.GetUtcNow() - offset, before - rounding, DateTimeOffset.UtcNow + rounding);
    }

    [Fact]
    public async Task A_handshake_without_a_user_is_refused_and_not_repeated()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.UserId = _ => null);
        await using var client = await CometdDriver.StartAsync(host, "long-polling");
        await client.DoAsync("handshake");
        var reply = await client.UntilAsync("handshake");
        Assert.Equal("403:not authenticated:handshake_denied", reply.Error());
        Assert.Equal("none", reply["advice"].Text("reconnect"));
    }
}
