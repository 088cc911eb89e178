using System.Net.WebSockets;
using System.Text;

namespace Parley.Bayeux;

public sealed class WebSocketTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Events_come_without_waiting_for_a_connect()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SubscribeAsync("/news");
        await host.Server.PublishAsync("/news", Json.Utf8("""{"n":1}"""));
        Assert.Equal("""{"channel":"/news","data":{"n":1}}""", (await client.ReceiveAsync()).ToJsonString());
    }

    [Fact]
    public async Task A_connect_is_a_heartbeat_that_is_held()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SendAsync(client.Connect(timeout: 0));
        Assert.True((await client.ReceiveAsync()).Successful());

        await client.SendAsync(client.Connect());
        await host.Meter.HeldAsync();
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/meta/connect", (await client.ReceiveAsync()).Channel());
    }

    [Fact]
    public async Task A_connect_in_a_batch_with_a_disconnect_is_told_not_to_come_back()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SendAsync(client.Connect(timeout: 0));
        Assert.True((await client.ReceiveAsync()).Successful());
        await client.SendAsync(client.Connect(), client.Message("/meta/disconnect"));
        Assert.Equal("/meta/disconnect", (await client.ReceiveAsync()).Channel());
        var connect = await client.ReceiveAsync();
        Assert.Equal((true, "none"), (connect.Successful(), connect["advice"].Text("reconnect")));
    }

    [Fact]
    public async Task A_second_connect_takes_the_place_of_the_first()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SendAsync(client.Connect(timeout: 0));
        await client.ReceiveAsync();

        var first = client.Connect();
        await client.SendAsync(first);
        await client.SendAsync(client.Connect());
        var overtaken = await client.ReceiveAsync();
        Assert.Equal(("408::connect_overtaken", first.Text("id")), (overtaken.Error(), overtaken.Text("id")));
        await host.Meter.HeldAsync();
    }

    [Fact]
    public async Task A_session_goes_on_by_a_new_socket_with_what_waited_for_it()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var first = await SocketClient.OpenAsync(host);
        await first.HandshakeAsync();
        await first.SubscribeAsync("/news");
        first.Socket.Abort();
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        await host.Server.PublishAsync("/news", Json.Utf8("1"));
        await host.Server.PublishAsync("/news", Json.Utf8("2"));

        using var second = await SocketClient.OpenAsync(host);
        second.ClientId = first.ClientId;
        await second.SendAsync(second.Connect(timeout: 0));
        var received = new[] { await second.ReceiveAsync(), await second.ReceiveAsync(), await second.ReceiveAsync() };
        Assert.Equal(["1", "2"], received.Where(message => message.Channel() == "/news").Select(message => message["data"]!.ToJsonString()));
        Assert.Contains(received, message => message.Channel() == "/meta/connect" && message.Successful());
    }

    [Fact]
    public async Task The_former_socket_of_a_session_is_closed()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var first = await SocketClient.OpenAsync(host);
        await first.HandshakeAsync();
        using var second = await SocketClient.OpenAsync(host);
        second.ClientId = first.ClientId;
        await second.SubscribeAsync("/a");
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await first.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Another_principal_cannot_take_a_session_over()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var owner = await SocketClient.OpenAsync(host);
        await owner.HandshakeAsync();
        using var thief = await SocketClient.OpenAsync(host, "agent2");
        thief.ClientId = owner.ClientId;
        await thief.SendAsync(thief.Connect());
        var reply = await thief.ReceiveAsync();
        Assert.Equal("402::session_unknown", reply.Error());
        Assert.Equal("handshake", reply["advice"].Text("reconnect"));
        await owner.SubscribeAsync("/still/mine");
    }

    [Theory]
    [InlineData("{oops", WebSocketCloseStatus.InvalidPayloadData)]
    [InlineData("[]", WebSocketCloseStatus.InvalidPayloadData)]
    [InlineData("deep", WebSocketCloseStatus.InvalidPayloadData)]
    [InlineData("large", WebSocketCloseStatus.MessageTooBig)]
    public async Task A_frame_that_is_no_message_closes_the_socket(string frame, WebSocketCloseStatus status)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SendRawAsync(frame switch
        {
            "deep" => $$"""{"data":{{new string('[', 1000)}}{{new string(']', 1000)}}}""",
            "large" => $$"""{"data":"{{new string('x', 200_000)}}"}""",
            _ => frame,
        });
        Assert.Equal(status, await client.ReceiveCloseAsync());
        // The session is not to blame: it lives until it expires.
        Assert.Equal(1, host.Server.SessionCount);
    }

    [Fact]
    public async Task Binary_frames_are_refused()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.Socket.SendAsync(Encoding.UTF8.GetBytes("[{}]"), WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Messages_in_fragments_are_put_together()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        var bytes = Encoding.UTF8.GetBytes(client.Connect(timeout: 0).ToJsonString());
        for (var i = 0; i < bytes.Length; i++)
            await client.Socket.SendAsync(bytes.AsMemory(i, 1), WebSocketMessageType.Text, i == bytes.Length - 1, TestContext.Current.CancellationToken);
        Assert.True((await client.ReceiveAsync()).Successful());
    }

    [Fact]
    public async Task A_socket_without_a_session_is_closed()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var client = await SocketClient.OpenAsync(host);
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 1);
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await client.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("same", true)]
    [InlineData("https://desktop.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task A_page_of_another_origin_opens_no_socket(string? origin, bool opens)
    {
        await using var host = await BayeuxHost.StartAsync(options => options.AllowedOrigins.Add("https://desktop.example"));
        var header = origin == "same" ? $"http://127.0.0.1:{host.Port}" : origin;
        var open = SocketClient.OpenAsync(host, options: options =>
        {
            if (header is not null)
                options.SetRequestHeader("Origin", header);
        });
        if (opens)
            (await open).Dispose();
        else
            Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => open)).Message);
    }

    [Fact]
    public async Task The_protocol_that_the_client_asks_for_is_repeated()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host, options: options => options.AddSubProtocol("bayeux"));
        Assert.Equal("bayeux", client.Socket.SubProtocol);
    }
}
