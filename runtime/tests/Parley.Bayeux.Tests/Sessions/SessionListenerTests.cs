using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

public sealed class SessionListenerTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Sessions_are_announced_with_the_reason_of_their_end()
    {
        var listener = new Recorder();
        await using var host = await BayeuxHost.StartAsync(time: _time, services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener>(listener));
        using var leaving = new PollingClient(host, "leaving");
        await leaving.OpenAsync();
        await leaving.PostAsync(leaving.Message("/meta/disconnect"));
        using var thrown = new PollingClient(host, "thrown");
        await thrown.OpenAsync();
        host.Server.Disconnect("thrown");
        using var lost = new PollingClient(host, "lost");
        await lost.HandshakeAsync();
        _time.Advance(TimeSpan.FromSeconds(12));

        Assert.Equal(
            ["leaving", "leaving Disconnected", "thrown", "thrown DisconnectedByServer", "lost", "lost Expired"], listener.Heard);
    }

    [Fact]
    public async Task A_listener_that_throws_harms_no_session()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener, Thrower>());
        using var client = new PollingClient(host);
        await client.OpenAsync();
        Assert.Equal(1, host.Server.Disconnect("agent1"));
        Assert.Equal(0, host.Server.SessionCount);
    }

    [Fact]
    public async Task What_is_delivered_to_a_new_session_follows_the_reply_which_says_how_many()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener, Greeter>());
        using var client = new PollingClient(host);
        var replies = await client.PostAsync(client.Handshake());
        Assert.Equal(["/meta/handshake", "/welcome", "/welcome"], replies.Select(reply => reply.Channel()));
        Assert.Equal(2, replies[0]!["x-messages"]!.GetValue<int>());
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 0);
    }

    [Fact]
    public async Task A_session_that_acknowledges_gets_it_with_its_first_connect()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener, Greeter>());
        using var client = new PollingClient(host);
        Assert.Null((await client.HandshakeAsync(new JsonObject { ["ack"] = true }))["x-messages"]);
        Assert.Equal(["/welcome", "/welcome", "/meta/connect"], (await client.PostAsync(client.Connect(ack: 0))).Select(reply => reply.Channel()));
    }

    [Fact]
    public async Task By_WebSocket_nothing_goes_ahead_of_the_reply()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener, Greeter>());
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        Assert.Equal(["/welcome", "/welcome"], new[] { await client.ReceiveAsync(), await client.ReceiveAsync() }.Select(item => item.Channel()));
    }

    [Fact]
    public async Task A_session_can_be_told_what_it_does_not_subscribe_to_until_it_ends()
    {
        var listener = new Recorder();
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener>(listener));
        using var client = new PollingClient(host);
        await client.OpenAsync();
        Assert.True(host.Server.Deliver(listener.Last!, "/only/for/you", Json.Utf8("1")));
        Assert.Throws<ArgumentException>(() => host.Server.Deliver(listener.Last!, "/meta/connect", Json.Utf8("1")));
        Assert.Throws<ArgumentException>(() => host.Server.Deliver(listener.Last!, "/a/*", Json.Utf8("1")));
        Assert.Equal("""{"channel":"/only/for/you","data":1}""", (await client.PostAsync(client.Connect()))[0]!.ToJsonString());

        host.Server.Disconnect("agent1");
        Assert.False(host.Server.Deliver(listener.Last!, "/only/for/you", Json.Utf8("2")));
    }

    [Fact]
    public async Task A_session_whose_client_only_connects_ends_after_the_time_that_the_option_says()
    {
        var listener = new Recorder();
        await using var host = await BayeuxHost.StartAsync(
            options => options.MaxInactivity = TimeSpan.FromSeconds(100), time: _time, services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener>(listener));
        using var client = new PollingClient(host);
        await client.OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            var held = client.PostAsync(client.Connect());
            await host.Meter.HeldAsync();
            _time.Advance(TimeSpan.FromSeconds(30));
            Assert.True((await held).Single().Successful());
        }

        await client.PostAsync(client.Subscribe("/a"));
        for (var i = 0; i < 3; i++)
        {
            var held = client.PostAsync(client.Connect());
            await host.Meter.HeldAsync();
            _time.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal("retry", (await held).Single()!["advice"].Text("reconnect"));
        }

        var last = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("none", (await last).Single()!["advice"].Text("reconnect"));
        Assert.Equal(["agent1", "agent1 Inactive"], listener.Heard);
        Assert.Equal("402::session_unknown", (await client.PostAsync(client.Connect())).Single().Error());
    }

    private sealed class Recorder : IBayeuxSessionListener
    {
        public List<string> Heard { get; } = [];

        public BayeuxSession? Last { get; private set; }

        public void Opened(BayeuxSession session)
        {
            Last = session;
            Heard.Add(session.UserId!);
        }

        public void Ended(BayeuxSession session, RemovalReason reason) => Heard.Add($"{session.UserId} {reason}");
    }

    private sealed class Thrower : IBayeuxSessionListener
    {
        public void Opened(BayeuxSession session) => throw new InvalidOperationException();

        public void Ended(BayeuxSession session, RemovalReason reason) => throw new InvalidOperationException();
    }

    private sealed class Greeter(BayeuxServer server) : IBayeuxSessionListener
    {
        public void Opened(BayeuxSession session)
        {
            server.Deliver(session, "/welcome", Json.Utf8("1"));
            server.Deliver(session, "/welcome", Json.Utf8("2"));
        }

        public void Ended(BayeuxSession session, RemovalReason reason)
        {
        }
    }
}
