using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

public sealed class MessagingConformanceTests : ConformanceTests
{
    [Fact]
    public async Task Auto_batch()
    {
        var posts = new ConcurrentQueue<string>();
        await using var host = await StartOpenAsync(middleware: app => Record(app, posts));
        await using var client = await CometdDriver.StartAsync(host, "long-polling", config: new() { ["autoBatch"] = true });
        await client.OpenAsync();
        posts.Clear();

        await client.DoAsync("together", Enumerable.Range(0, 10).Select(i => CometdDriver.Publish("/news", i)));
        for (var i = 0; i < 10; i++)
            Assert.True((await client.UntilAsync("published")).Successful());
        // The first goes alone; what came while it was under way goes together.
        Assert.Equal(2, posts.Count(path => !path.EndsWith("/connect", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Batch_publish(string transport)
    {
        var posts = new ConcurrentQueue<string>();
        await using var host = await StartOpenAsync(middleware: app => Record(app, posts));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        posts.Clear();

        await client.DoAsync("batch", Enumerable.Range(0, 5).Select(i => CometdDriver.Publish("/news", i)));
        await AssertEventsAsync(client, Enumerable.Range(0, 5));
        Assert.Equal(transport == "websocket" ? 0 : 1, posts.Count(path => !path.EndsWith("/connect", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Multi_publish_order(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await client.DoAsync("together", Enumerable.Range(0, 100).Select(i => CometdDriver.Publish("/news", i)));
        await AssertEventsAsync(client, Enumerable.Range(0, 100));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Charset(string transport)
    {
        const string Text = "ä€ш漢字😀\u2028\"\\\u0001";
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await client.PublishAsync("/news", Text);
        Assert.Equal(Text, (await client.UntilAsync("event"))["data"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Falsy_payloads(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        foreach (var falsy in new[] { "0", "false", "\"\"", "null", "[]", "{}" })
        {
            await client.PublishAsync("/news", JsonNode.Parse(falsy));
            Assert.Equal(falsy, (await client.UntilAsync("event"))["data"]?.ToJsonString() ?? "null");
        }
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Big_messages(string transport)
    {
        await using var host = await StartOpenAsync(options =>
        {
            options.MaxMessageSize = 1024 * 1024;
            options.MaxQueueBytes = 4 * 1024 * 1024;
        });
        await using var client = await CometdDriver.StartAsync(host, transport, config: new() { ["maxSendBayeuxMessageSize"] = 2_000_000 });
        await client.OpenAsync("/news");
        // ASCII: the Node adapter of long-polling decodes each chunk of a reply alone, and breaks characters that lie across two.
        var text = new string('x', 900_000);
        await client.PublishAsync("/news", text);
        Assert.Equal(text, (await client.UntilAsync("event"))["data"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Max_message_size(string transport)
    {
        await using var host = await StartOpenAsync(options => options.MaxMessageSize = 2048);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await client.PublishAsync("/news", new string('x', 4000));
        var failure = await client.UntilAsync("published");
        Assert.False(failure.Successful());
        Assert.Equal(transport == "websocket" ? 1009 : 413, failure["failure"]![transport == "websocket" ? "websocketCode" : "httpCode"]!.GetValue<int>());

        // The session goes on.
        var session = OnlySession(host);
        await client.PublishAsync("/news", "small");
        Assert.Equal("small", (await client.UntilAsync("event"))["data"]!.GetValue<string>());
        Assert.Same(session, OnlySession(host));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Server_deliver(string transport)
    {
        await using var host = await StartOpenAsync(services: bayeux => bayeux.MapService("/service/tell", (call, _) =>
        {
            Assert.True(call.Services.GetRequiredService<BayeuxServer>().Deliver(call.Session, "/told", call.Data));
            return new((ReadOnlyMemory<byte>?)null);
        }));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await client.DoAsync(new JsonObject { ["do"] = "listen", ["channel"] = "/told" });
        await client.PublishAsync("/service/tell", "you");
        Assert.Equal("you", (await client.UntilAsync("event"))["data"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Remote_call(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await client.CallAsync("echo", new JsonObject { ["n"] = 1 });
        var answer = await client.UntilAsync("answer");
        Assert.Equal("""{"n":1}""", answer["data"]!.ToJsonString());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Remote_call_failure(string transport)
    {
        await using var host = await StartOpenAsync(services: bayeux => bayeux.MapService("/service/broken", (_, _) => throw new InvalidOperationException("secret")));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await client.CallAsync("broken", 1);
        Assert.Equal("500::internal_error", (await client.UntilAsync("answer")).Error());
        await client.CallAsync("none", 1);
        Assert.Equal("403:no such service:publish_denied", (await client.UntilAsync("answer")).Error());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Remote_call_timeout(string transport)
    {
        var gate = new TaskCompletionSource<ReadOnlyMemory<byte>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartOpenAsync(services: bayeux => bayeux.MapService("/service/slow", (_, _) => new(gate.Task)));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await client.CallAsync("slow", 1, timeout: 50);
        Assert.Equal("406::timeout", (await client.UntilAsync("answer")).Error());

        // The late answer is nobody's; the next call gets its own.
        gate.SetResult(Json.Utf8("\"late\""));
        await client.CallAsync("echo", "next");
        Assert.Equal("next", (await client.UntilAsync("answer"))["data"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Remote_call_binary(string transport)
    {
        await using var host = await StartOpenAsync(services: bayeux => bayeux.MapService("/service/reverse", (call, _) =>
        {
            Assert.True(call.IsBinary);
            var binary = BayeuxBinary.Parse(call.Data)!;
            call.AnswerIsBinary = true;
            return new((binary with { Data = binary.Data.ToArray().Reverse().ToArray() }).ToJson());
        }));
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: "binary");
        await client.OpenAsync();
        await client.DoAsync(new JsonObject
        {
            ["do"] = "callBinary",
            ["target"] = "reverse",
            ["bytes"] = new JsonArray(0, 1, 2, 3, 254, 255),
            ["last"] = true,
            ["meta"] = new JsonObject { ["name"] = "x" },
        });
        Assert.Equal("""{"data":[255,254,3,2,1,0],"last":true,"meta":{"name":"x"}}""", (await client.UntilAsync("answer"))["data"]!.ToJsonString());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Binary_publish(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: "binary");
        await client.OpenAsync("/news");
        await client.DoAsync(new JsonObject { ["do"] = "publishBinary", ["channel"] = "/news", ["bytes"] = new JsonArray(1, 2, 3), ["last"] = false });
        Assert.Equal("[1,2,3]", (await client.UntilAsync("event"))["data"]!["data"]!.ToJsonString());
        await host.Server.PublishAsync("/news", new BayeuxBinary(new byte[] { 4, 5 }));
        Assert.Equal("[4,5]", (await client.UntilAsync("event"))["data"]!["data"]!.ToJsonString());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Subscribe_denied(string transport)
    {
        await using var host = await StartOpenAsync(services: bayeux => bayeux.Authorize("/secret/**", (_, _, _) => BayeuxVerdict.Denied("secret")));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await client.SubscribeAsync("/secret/x");
        Assert.Equal("403:secret:create_denied", (await client.UntilAsync("subscribed")).Error());
        Assert.Equal(0, await host.Server.PublishAsync("/secret/x", Json.Utf8("1")));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Unsubscribe_denied(string transport)
    {
        await using var host = await StartOpenAsync(services: bayeux => bayeux.Authorize("/secret/**", (_, _, _) => BayeuxVerdict.Denied("secret")));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await client.SubscribeAsync("/secret/x");
        await client.UntilAsync("subscribed");
        await client.DoAsync(new JsonObject { ["do"] = "unsubscribe", ["channel"] = "/secret/x" });
        Assert.Equal("400::channel_missing", (await client.UntilAsync("unsubscribed")).Error());

        await client.DoAsync(new JsonObject { ["do"] = "unsubscribe", ["channel"] = "/news" });
        Assert.True((await client.UntilAsync("unsubscribed")).Successful());
        Assert.Equal(0, await host.Server.PublishAsync("/news", Json.Utf8("1")));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Lazy_channels(string transport)
    {
        await using var host = await StartOpenAsync(options => options.LazyChannels.Add("/lazy"), Time);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/lazy");
        await client.SubscribeAsync("/news");
        await client.UntilAsync("subscribed");
        await host.Meter.HeldAsync();
        await host.Server.PublishAsync("/lazy", Json.Utf8("1"));
        await host.Server.PublishAsync("/lazy", Json.Utf8("2"));
        Assert.Equal(2, host.Meter["bayeux.queue.depth"]);
        await host.Server.PublishAsync("/news", Json.Utf8("3"));
        await AssertEventsAsync(client, [1, 2, 3]);
    }

    private static async Task AssertEventsAsync(CometdDriver client, IEnumerable<int> expected)
    {
        foreach (var number in expected)
            Assert.Equal(number, (await client.UntilAsync("event"))["data"]!.GetValue<int>());
    }

    private static void Record(WebApplication app, ConcurrentQueue<string> posts) => app.Use((context, next) =>
    {
        if (context.Request.Method == "POST")
            posts.Enqueue(context.Request.Path);
        return next(context);
    });
}
