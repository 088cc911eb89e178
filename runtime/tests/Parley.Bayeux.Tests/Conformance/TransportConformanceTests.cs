using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

public sealed class TransportConformanceTests : ConformanceTests
{
    [Fact]
    public async Task Callback_polling_is_not_advertised()
    {
        await using var host = await StartOpenAsync();
        using var client = new PollingClient(host);
        var handshake = client.Handshake();
        handshake["supportedConnectionTypes"] = new JsonArray("callback-polling");
        var reply = (await client.PostAsync(handshake)).Single()!;
        Assert.Equal("400::unsupported_connection_type", reply.Error());
        Assert.Equal("none", reply["advice"].Text("reconnect"));
        Assert.DoesNotContain("callback-polling", reply["supportedConnectionTypes"]!.ToJsonString());
    }

    [Fact]
    public async Task Transport_negotiation_failure()
    {
        await using var host = await StartOpenAsync(middleware: RefuseWebSockets);
        await using var client = await CometdDriver.StartAsync(host, "websocket");
        await client.DoAsync("handshake");
        Assert.False((await client.UntilAsync("handshake")).Successful());
        var change = await client.UntilAsync("transport");
        Assert.Equal(("websocket", null), (change.Text("from"), change.Text("to")));
        Assert.Equal("disconnected", (await client.StatusAsync()).Text("status"));
    }

    [Fact]
    public async Task Fallback_from_websocket_to_long_polling()
    {
        await using var host = await StartOpenAsync(middleware: RefuseWebSockets);
        await using var client = await CometdDriver.StartAsync(host, "websocket,long-polling");
        await AssertFallsBackAsync(host, client);
    }

    [Fact]
    public async Task Websocket_exception()
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, "websocket,long-polling");
        await client.DoAsync("breakWebSocket");
        await AssertFallsBackAsync(host, client);
    }

    [Fact]
    public async Task Websocket_timeout()
    {
        await using var host = await StartOpenAsync();
        // Takes connections and never says anything.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var client = await CometdDriver.StartAsync(host, "websocket,long-polling", config: new()
        {
            ["connectTimeout"] = 100,
            ["urls"] = new JsonObject { ["websocket"] = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}{BayeuxHost.Path}" },
        });
        await AssertFallsBackAsync(host, client);
    }

    [Fact]
    public async Task Websocket_different_urls()
    {
        await using var host = await StartOpenAsync();
        await using var other = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(other, "websocket,long-polling", config: new()
        {
            ["urls"] = new JsonObject { ["websocket"] = $"http://agent1:x@127.0.0.1:{host.Port}{BayeuxHost.Path}/other" },
        });
        await client.OpenAsync("/news");
        await AssertDeliversAsync(host, client, "/news", "1");
        Assert.Equal((1, 0), (host.Server.SessionCount, other.Server.SessionCount));
    }

    [Fact]
    public async Task Websocket_protocol()
    {
        var protocols = new ConcurrentQueue<string>();
        await using var host = await StartOpenAsync(middleware: app => app.Use((context, next) =>
        {
            protocols.Enqueue(context.Request.Headers.SecWebSocketProtocol.ToString());
            return next(context);
        }));
        await using var client = await CometdDriver.StartAsync(host, "websocket", config: new() { ["protocol"] = "bayeux" });
        await client.OpenAsync("/news");
        await AssertDeliversAsync(host, client, "/news", "1");
        Assert.Equal(["bayeux"], protocols);
    }

    [Fact]
    public async Task Websocket_headers()
    {
        await using var host = await StartOpenAsync(services: bayeux => bayeux.MapService("/service/who", (call, _) =>
            new(Json.Utf8($"\"{call.Session.UserId}\""))));
        await using var client = await CometdDriver.StartAsync(host, "websocket", user: "agent7");
        await client.OpenAsync();
        await client.CallAsync("who", 1);
        Assert.Equal("agent7", (await client.UntilAsync("answer"))["data"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(BayeuxHost.Path, "/handshake", "/connect")]
    [InlineData(BayeuxHost.Path + "/", "/handshake", "/connect")]
    [InlineData(BayeuxHost.Path + "/x.y", "", "")]
    [InlineData(BayeuxHost.Path + "?a=b", "", "")]
    public async Task Url_path(string path, string handshake, string connect)
    {
        var paths = new ConcurrentQueue<string>();
        await using var host = await StartOpenAsync(middleware: app => app.Use((context, next) =>
        {
            paths.Enqueue(context.Request.Path);
            return next(context);
        }));
        await using var client = await CometdDriver.StartAsync(host, "long-polling", path: path);
        await client.OpenAsync("/news");
        await AssertDeliversAsync(host, client, "/news", "1");
        var own = path.Split('?')[0].TrimEnd('/');
        Assert.Contains(own + handshake, paths);
        Assert.Contains(own + connect, paths);
    }

    [Fact]
    public async Task Cross_origin_and_re_handshake()
    {
        const string Origin = "https://desktop.example";
        await using var host = await BayeuxHost.StartAsync(options => options.AllowedOrigins.Add(Origin));
        await using var client = await CometdDriver.StartAsync(host, "long-polling", config: new() { ["requestHeaders"] = new JsonObject { ["Origin"] = Origin } });
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();
        host.Server.End(OnlySession(host), RemovalReason.Expired);
        Assert.True((await client.UntilAsync("handshake")).Successful());
        Assert.True((await client.UntilAsync("subscribed")).Successful());
        await AssertDeliversAsync(host, client, "/news", "1");

        await using var stranger = await CometdDriver.StartAsync(host, "long-polling", config: new() { ["requestHeaders"] = new JsonObject { ["Origin"] = "https://evil.example" } });
        await stranger.DoAsync("handshake");
        Assert.Equal(403, (await stranger.UntilAsync("handshake"))["failure"]!["httpCode"]!.GetValue<int>());
    }

    [Fact]
    public async Task Empty_response()
    {
        var empty = 2;
        await using var host = await StartOpenAsync(middleware: app => app.Use(async (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/connect", StringComparison.Ordinal) || Interlocked.Decrement(ref empty) < 0)
            {
                await next(context);
                return;
            }

            // Something between the two says nothing, once in vain and once with an empty array.
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(empty == 1 ? "" : "[]");
        }));
        await using var client = await CometdDriver.StartAsync(host, "long-polling");
        await client.DoAsync("handshake");
        Assert.True((await client.UntilAsync("handshake")).Successful());
        Assert.False((await client.UntilAsync("connect")).Successful());
        Assert.False((await client.UntilAsync("connect")).Successful());
        Assert.True((await client.UntilAsync("connect")).Successful());
        Assert.Equal(1, host.Server.SessionCount);
    }

    [Fact]
    public async Task Connect_failure_and_temporary_failure_backoff()
    {
        var failures = 3;
        await using var host = await StartOpenAsync(middleware: app => app.Use((context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/connect", StringComparison.Ordinal) || Interlocked.Decrement(ref failures) < 0)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }));
        await using var client = await CometdDriver.StartAsync(host, "long-polling");
        await client.DoAsync("handshake");
        Assert.True((await client.UntilAsync("handshake")).Successful());
        for (var i = 0; i < 3; i++)
            Assert.Equal(503, (await client.UntilAsync("connect"))["failure"]!["httpCode"]!.GetValue<int>());
        Assert.True((await client.UntilAsync("connect")).Successful());
        Assert.Equal(1, host.Server.SessionCount);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Duplicate_connect(string transport)
    {
        await using var host = await StartOpenAsync();
        if (transport == "websocket")
        {
            using var socket = await SocketClient.OpenAsync(host);
            await socket.HandshakeAsync();
            await socket.SendAsync(socket.Connect(timeout: 0));
            await socket.ReceiveAsync();
            await socket.SendAsync(socket.Connect());
            await socket.SendAsync(socket.Connect());
            Assert.Equal("408::connect_overtaken", (await socket.ReceiveAsync()).Error());
            await host.Meter.HeldAsync();
            return;
        }

        using var client = new PollingClient(host);
        await client.OpenAsync();
        var first = client.PostRawAsync(client.Connect().ToJsonString());
        await host.Meter.HeldAsync();
        var second = client.PostAsync(client.Connect());
        using var overtaken = await first;
        Assert.Equal(HttpStatusCode.InternalServerError, overtaken.StatusCode);
        await host.Meter.HeldAsync();
        host.Server.Disconnect("agent1");
        await second;
    }

    private static async Task AssertFallsBackAsync(BayeuxHost host, CometdDriver client)
    {
        await client.DoAsync("handshake");
        Assert.False((await client.UntilAsync("handshake")).Successful());
        var change = await client.UntilAsync("transport");
        Assert.Equal(("websocket", "long-polling"), (change.Text("from"), change.Text("to")));
        Assert.True((await client.UntilAsync("handshake")).Successful());
        await client.SubscribeAsync("/news");
        Assert.True((await client.UntilAsync("subscribed")).Successful());
        await AssertDeliversAsync(host, client, "/news", "1");
        Assert.Equal("long-polling", (await client.StatusAsync()).Text("transport"));
        Assert.Equal(0, host.Meter["bayeux.websockets"]);
    }

    private static void RefuseWebSockets(WebApplication app) => app.Use((context, next) =>
    {
        // As a proxy does that knows no upgrades.
        if (context.Request.Headers.Upgrade.Count == 0)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
