using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Parley.Bayeux;

public sealed class Http2Tests
{
    [Fact]
    public async Task Many_sessions_of_one_browser_are_held_on_one_connection()
    {
        await using var host = await BayeuxHost.StartAsync(protocols: HttpProtocols.Http2);
        using var handler = new SocketsHttpHandler { UseProxy = false, CookieContainer = new(), EnableMultipleHttp2Connections = false };
        var connections = 0;
        handler.ConnectCallback = async (context, token) =>
        {
            connections++;
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, token);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        };
        using var http = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("agent1:x"u8));

        var held = new List<Task<JsonArray>>();
        for (var i = 0; i < 20; i++)
        {
            var handshake = await PostAsync("""{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"]}""");
            var clientId = handshake[0].Text("clientId");
            await PostAsync($$"""{"channel":"/meta/connect","clientId":"{{clientId}}"}""");
            await PostAsync($$"""{"channel":"/meta/subscribe","clientId":"{{clientId}}","subscription":"/news"}""");
            held.Add(PostAsync($$"""{"channel":"/meta/connect","clientId":"{{clientId}}"}"""));
        }

        await host.Meter.HeldAsync(20);
        Assert.Equal(20, await host.Server.PublishAsync("/news", Json.Utf8("1")));
        Assert.All(await Task.WhenAll(held), replies => Assert.Equal(["/news", "/meta/connect"], replies.Select(reply => reply.Channel())));
        Assert.Equal(1, connections);

        async Task<JsonArray> PostAsync(string message)
        {
            using var content = new StringContent(message, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(host.Url, content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpVersion.Version20, response.Version);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        }
    }

    [Fact]
    public async Task WebSockets_share_one_connection_too()
    {
        await using var host = await BayeuxHost.StartAsync(protocols: HttpProtocols.Http2);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = false });
        var sockets = new List<ClientWebSocket>();
        for (var i = 0; i < 5; i++)
        {
            var socket = new ClientWebSocket();
            socket.Options.HttpVersion = HttpVersion.Version20;
            socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            socket.Options.SetRequestHeader("Authorization", "Basic " + Convert.ToBase64String("agent1:x"u8));
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}{BayeuxHost.Path}"), invoker, TestContext.Current.CancellationToken);
            await socket.SendAsync(
                """{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["websocket"]}"""u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
            var buffer = new byte[4096];
            var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(JsonNode.Parse(buffer.AsSpan(0, received.Count))![0].Successful());
            sockets.Add(socket);
        }

        Assert.Equal(5, host.Server.SessionCount);
        Assert.Equal(5, host.Meter["bayeux.websockets"]);
        sockets.ForEach(socket => socket.Dispose());
    }
}
