using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

public sealed class HandshakeConformanceTests : ConformanceTests
{
    [Theory, MemberData(nameof(Transports))]
    public async Task Advice_interval(string transport)
    {
        await using var host = await StartOpenAsync(options => options.Interval = TimeSpan.FromMilliseconds(30));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.DoAsync("handshake");
        Assert.Equal(30, (await client.UntilAsync("handshake"))["advice"]!["interval"]!.GetValue<int>());
        Assert.Equal(30, (await client.UntilAsync("connect"))["advice"]!["interval"]!.GetValue<int>());
        await host.Meter.HeldAsync();
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Advice_none(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await host.Meter.HeldAsync();
        host.Server.Disconnect("agent1");
        Assert.Equal("none", (await client.UntilAsync("connect"))["advice"].Text("reconnect"));
        Assert.Equal("disconnected", (await client.StatusAsync()).Text("status"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Advice_handshake(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();
        var former = OnlySession(host);
        host.Server.End(former, RemovalReason.Expired);

        Assert.Equal("402::session_unknown", (await client.UntilAsync("connect")).Error());
        var again = await client.UntilAsync("handshake");
        Assert.True(again.Successful());
        Assert.NotEqual(former.Id, again.Text("clientId"));
        Assert.True((await client.UntilAsync("subscribed")).Successful());
        await AssertDeliversAsync(host, client, "/news", "1");
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Handshake_props(string transport)
    {
        var policy = new RecordingPolicy();
        await using var host = await StartOpenAsync(services: policy.Register);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.DoAsync(new JsonObject { ["do"] = "handshake", ["props"] = new JsonObject { ["ext"] = new JsonObject { ["token"] = "t1" }, ["unknown"] = new JsonArray(1) } });
        Assert.True((await client.UntilAsync("handshake")).Successful());
        Assert.Equal("t1", JsonNode.Parse(policy.Exts.Single()).Text("token"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Handshake_denied(string transport)
    {
        await using var host = await StartOpenAsync(services: new RecordingPolicy { Denials = 1 }.Register);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.DoAsync("handshake");
        var reply = await client.UntilAsync("handshake");
        Assert.Equal("403:not now:handshake_denied", reply.Error());
        Assert.Equal("none", reply["advice"].Text("reconnect"));
        Assert.Equal("disconnected", (await client.StatusAsync()).Text("status"));
        Assert.Equal(0, host.Server.SessionCount);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Handshake_reconnect(string transport)
    {
        await using var host = await StartOpenAsync(services: new RecordingPolicy { Denials = 2, RetryAfter = TimeSpan.Zero }.Register);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.DoAsync("handshake");
        Assert.False((await client.UntilAsync("handshake")).Successful());
        Assert.False((await client.UntilAsync("handshake")).Successful());
        Assert.True((await client.UntilAsync("handshake")).Successful());
        Assert.Equal(2, host.Meter["bayeux.handshake.failures"]);
        await host.Meter.HeldAsync();
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Handshake_custom_reply(string transport)
    {
        await using var host = await StartOpenAsync(services: new RecordingPolicy { Welcome = "hello" }.Register);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.DoAsync("handshake");
        Assert.Equal("hello", (await client.UntilAsync("handshake"))["ext"].Text("welcome"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Init_disconnect(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        for (var i = 0; i < 2; i++)
        {
            await client.OpenAsync("/news");
            await AssertDeliversAsync(host, client, "/news", $"{i}");
            await client.DoAsync("disconnect");
            Assert.True((await client.UntilAsync("disconnected")).Successful());
            await host.Meter.UntilAsync("bayeux.sessions", sessions => sessions == 0);
        }
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Delivery_during_handshake(string transport)
    {
        await using var host = await StartOpenAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxSessionListener, Greeter>());
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.DoAsync(new JsonObject { ["do"] = "listen", ["channel"] = "/welcome" });
        await client.DoAsync("handshake");
        Assert.True((await client.UntilAsync("handshake")).Successful());
        for (var i = 0; i < 3; i++)
            Assert.Equal(i, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
        Assert.True((await client.UntilAsync("connect")).Successful());
        await host.Meter.HeldAsync();
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Messages_after_failed_handshake(string transport)
    {
        await using var host = await StartOpenAsync(services: new RecordingPolicy { Denials = 1 }.Register);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.DoAsync("together", [Command("handshake"), CometdDriver.Publish("/news", 1)]);
        Assert.False((await client.UntilAsync("handshake")).Successful());
        Assert.False((await client.UntilAsync("published")).Successful());

        await client.PublishAsync("/news", 2);
        Assert.Contains("disconnected", (await client.UntilAsync("thrown")).Error());
        Assert.Equal(0, host.Server.SessionCount);
    }

    private sealed class RecordingPolicy : IBayeuxPolicy
    {
        private int _denied;

        public ConcurrentQueue<string> Exts { get; } = new();

        public int Denials { get; init; }

        public TimeSpan? RetryAfter { get; init; }

        public string? Welcome { get; init; }

        public void Register(IBayeuxBuilder bayeux) => bayeux.Services.AddSingleton<IBayeuxPolicy>(this);

        public ValueTask<BayeuxVerdict> CanHandshakeAsync(BayeuxHandshake handshake, CancellationToken cancellationToken)
        {
            Exts.Enqueue(System.Text.Encoding.UTF8.GetString(handshake.Ext.Span));
            handshake.RetryAfter = RetryAfter;
            if (Welcome is not null)
                handshake.ReplyExt["welcome"] = JsonSerializer.SerializeToElement(Welcome);
            return new(_denied++ < Denials ? BayeuxVerdict.Denied("not now") : BayeuxVerdict.Allowed);
        }

        public ValueTask<BayeuxVerdict> CanCreateAsync(BayeuxSession session, string channel, CancellationToken cancellationToken) => default;

        public ValueTask<BayeuxVerdict> CanSubscribeAsync(BayeuxSession session, string channel, CancellationToken cancellationToken) => default;

        public ValueTask<BayeuxVerdict> CanPublishAsync(BayeuxSession session, string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => default;
    }

    private sealed class Greeter(BayeuxServer server) : IBayeuxSessionListener
    {
        public void Opened(BayeuxSession session)
        {
            for (var i = 0; i < 3; i++)
                server.Deliver(session, "/welcome", Json.Utf8($"{i}"));
        }

        public void Ended(BayeuxSession session, RemovalReason reason)
        {
        }
    }
}
