using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

public sealed class LongPollingTests
{
    [Fact]
    public async Task A_session_handshakes_connects_subscribes_and_gets_events()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);

        var handshake = await client.HandshakeAsync();
        Assert.Equal("1.0", handshake.Text("version"));
        Assert.Equal(["websocket", "long-polling"], handshake["supportedConnectionTypes"]!.AsArray().Select(type => type!.GetValue<string>()));
        Assert.Equal("""{"reconnect":"retry","interval":0,"timeout":30000,"maxInterval":10000}""", handshake["advice"]!.ToJsonString());

        var connect = Assert.Single(await client.PostAsync(client.Connect()));
        Assert.True(connect.Successful());
        Assert.True((await client.PostAsync(client.Subscribe("/news"))).Single().Successful());

        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        Assert.Equal(1, await host.Server.PublishAsync("/news", Json.Utf8("""{"n":1}""")));

        var replies = await held;
        Assert.Equal("""{"channel":"/news","data":{"n":1}}""", replies[0]!.ToJsonString());
        Assert.Equal("/meta/connect", replies[1].Channel());
    }

    [Fact]
    public async Task A_connect_ahead_of_the_end_of_the_reply_before_it_brings_nothing_twice()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await BayeuxHost.StartAsync(middleware: app => app.Use(async (context, next) =>
        {
            if (context.Request.Path.Value!.EndsWith("/first", StringComparison.Ordinal))
                context.Response.Body = new HeldWrites(context.Response.Body, () => written.Task);
            // With the body at hand, the server comes without a pause to where it waits or delivers.
            context.Request.EnableBuffering();
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Request.Body.Position = 0;
            var answer = next(context);
            if (context.Request.Path.Value.EndsWith("/second", StringComparison.Ordinal))
                written.SetResult();
            await answer;
        }));
        using var client = new PollingClient(host);
        await client.OpenAsync("/news");
        await host.Server.PublishAsync("/news", Json.Utf8("1"));
        using var otherConnection = new PollingClient(host, cookies: client.Cookies) { ClientId = client.ClientId };

        Assert.Equal(["/news", "/meta/connect"], await ChannelsAsync(client, "/first"));
        Assert.Equal(["/meta/connect"], await ChannelsAsync(otherConnection, "/second"));

        static async Task<IEnumerable<string?>> ChannelsAsync(PollingClient from, string url)
        {
            using var response = await from.PostRawAsync(from.Connect(timeout: 0).ToJsonString(), url);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray().Select(message => message.Channel());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/handshake")]
    [InlineData("/x/y")]
    public async Task Every_url_below_the_base_is_the_same_endpoint(string suffix)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        using var response = await client.PostRawAsync(client.Handshake().ToJsonString(), suffix);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var reply = Assert.Single(JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray());
        Assert.True(reply.Successful());
    }

    [Theory]
    [InlineData("[{", HttpStatusCode.BadRequest, "line 1, byte 3")]
    [InlineData("[]", HttpStatusCode.BadRequest, "no message")]
    [InlineData("", HttpStatusCode.BadRequest, "not JSON")]
    public async Task A_body_that_is_no_message_is_400(string body, HttpStatusCode status, string part)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        using var response = await client.PostRawAsync(body);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(part, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_413(bool chunked)
    {
        await using var host = await BayeuxHost.StartAsync(options => options.MaxMessageSize = 1024);
        using var client = new PollingClient(host);
        var bytes = Encoding.UTF8.GetBytes($$"""[{"channel":"/a","data":"{{new string('x', 4000)}}"}]""");
        using HttpContent content = chunked ? new StreamContent(new UnseekableStream(bytes)) : new ByteArrayContent(bytes);
        using var response = await client.PostRawAsync(content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_breaks_HTTP_is_refused_and_no_error_of_the_application()
    {
        var failures = 0;
        await using var host = await BayeuxHost.StartAsync(middleware: app => app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception)
            {
                failures++;
                throw;
            }
        }));
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, host.Port, TestContext.Current.CancellationToken);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST {BayeuxHost.Path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nklingon\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var response = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 400 ", response);
        Assert.Contains("text/plain", response);
        Assert.Equal(0, failures);
    }

    [Fact]
    public async Task Deep_nesting_is_400()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        using var response = await client.PostRawAsync($$"""[{"channel":"/a","data":{{new string('[', 5000)}}{{new string(']', 5000)}}}]""");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "utf-8", HttpStatusCode.OK)]
    [InlineData("application/json", "utf-8", HttpStatusCode.OK)]
    [InlineData("Application/JSON;charset=\"UTF-8\"", "utf-8", HttpStatusCode.OK)]
    [InlineData("application/json;charset=utf-16", "utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json;charset=utf-7", "utf-8", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json;charset=klingon", "utf-8", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", "utf-8", HttpStatusCode.UnsupportedMediaType)]
    public async Task Messages_are_json_in_UTF_8(string? type, string encoding, HttpStatusCode status)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        using var content = new ByteArrayContent(Encoding.GetEncoding(encoding).GetBytes(client.Handshake().ToJsonString()));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var response = await client.PostRawAsync(content);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_connect_in_a_batch_is_answered_last_and_at_once()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/news");
        await host.Server.PublishAsync("/news", Json.Utf8("1"));

        var replies = await client.PostAsync(client.Connect(), client.Subscribe("/more"));
        Assert.Equal(["/news", "/meta/subscribe", "/meta/connect"], replies.Select(reply => reply.Channel()));
    }

    [Fact]
    public async Task A_connect_in_a_batch_with_a_disconnect_is_told_not_to_come_back()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var replies = await client.PostAsync(client.Connect(), client.Message("/meta/disconnect"));
        Assert.Equal(["/meta/disconnect", "/meta/connect"], replies.Select(reply => reply.Channel()));
        Assert.Equal((true, "none"), (replies[1].Successful(), replies[1]!["advice"].Text("reconnect")));
    }

    [Fact]
    public async Task A_second_connect_takes_the_place_of_the_first()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync();

        var first = client.PostRawAsync(client.Connect().ToJsonString());
        await host.Meter.HeldAsync();
        var second = client.PostAsync(client.Connect());
        using var overtaken = await first;
        Assert.Equal(HttpStatusCode.InternalServerError, overtaken.StatusCode);

        await host.Meter.HeldAsync();
        host.Server.Disconnect("agent1");
        Assert.Equal("none", (await second).Single()!["advice"].Text("reconnect"));
    }

    [Fact]
    public async Task Further_sessions_of_one_browser_poll()
    {
        await using var host = await BayeuxHost.StartAsync();
        var cookies = new CookieContainer();
        using var first = new PollingClient(host, cookies: cookies);
        using var second = new PollingClient(host, cookies: cookies);
        await first.OpenAsync();
        await second.OpenAsync();

        var held = first.PostAsync(first.Connect());
        await host.Meter.HeldAsync();
        var reply = Assert.Single(await second.PostAsync(second.Connect()));
        Assert.Equal(
            """{"reconnect":"retry","interval":2000,"timeout":30000,"maxInterval":10000,"multiple-clients":true}""", reply!["advice"]!.ToJsonString());

        host.Server.Disconnect("agent1");
        await held;
    }

    [Fact]
    public async Task Only_posts_and_upgrades_are_answered()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var http = new HttpClient();
        using var response = await http.GetAsync(host.Url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
