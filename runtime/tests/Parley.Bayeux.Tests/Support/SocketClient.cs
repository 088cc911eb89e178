using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>Sends bare messages by WebSocket.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonNode> _received = new();
    private int _lastId;

    public string ClientId { get; set; } = "";

    public ClientWebSocket Socket => _socket;

    public static async Task<SocketClient> OpenAsync(BayeuxHost host, string? user = "agent1", Action<ClientWebSocketOptions>? options = null)
    {
        var client = new SocketClient();
        client._socket.Options.Proxy = null;
        if (user is not null)
            client._socket.Options.SetRequestHeader("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":x")));
        options?.Invoke(client._socket.Options);
        await client._socket.ConnectAsync(new Uri(host.Url.ToString().Replace("http", "ws", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        return client;
    }

    public JsonObject Message(string channel) => new() { ["channel"] = channel, ["id"] = $"{++_lastId}", ["clientId"] = ClientId };

    public JsonObject Connect(int? timeout = null, long? ack = null)
    {
        var message = Message("/meta/connect");
        message["connectionType"] = "websocket";
        if (timeout is not null)
            message["advice"] = new JsonObject { ["timeout"] = timeout };
        if (ack is not null)
            message["ext"] = new JsonObject { ["ack"] = ack };
        return message;
    }

    public Task SendRawAsync(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public Task SendAsync(params JsonObject[] messages) => SendRawAsync(new JsonArray([.. messages.Select(message => message.DeepClone())]).ToJsonString());

    /// <summary>The next message, whatever frame it came in.</summary>
    public async Task<JsonNode> ReceiveAsync()
    {
        var message = await ReceiveUntilClosedAsync();
        Assert.True(message is not null, $"The socket was closed: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
        return message;
    }

    /// <summary>The next message; null when the server has closed the socket.</summary>
    public async Task<JsonNode?> ReceiveUntilClosedAsync()
    {
        while (_received.Count == 0)
        {
            if (await ReceiveFrameAsync() is not { } frame)
                return null;
            foreach (var message in frame)
                _received.Enqueue(message!);
        }

        return _received.Dequeue();
    }

    public async Task<WebSocketCloseStatus?> ReceiveCloseAsync()
    {
        while (await ReceiveFrameAsync() is not null)
        {
        }

        return _socket.CloseStatus;
    }

    public async Task<JsonNode> HandshakeAsync(JsonNode? ext = null)
    {
        var message = new JsonObject
        {
            ["channel"] = "/meta/handshake",
            ["id"] = $"{++_lastId}",
            ["version"] = "1.0",
            ["supportedConnectionTypes"] = new JsonArray("websocket"),
        };
        if (ext is not null)
            message["ext"] = ext;
        await SendAsync(message);
        var reply = await ReceiveAsync();
        Assert.True(reply.Successful(), reply.ToJsonString());
        ClientId = reply.Text("clientId")!;
        return reply;
    }

    public async Task SubscribeAsync(string channel)
    {
        var message = Message("/meta/subscribe");
        message["subscription"] = channel;
        await SendAsync(message);
        Assert.True((await ReceiveAsync()).Successful());
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonArray?> ReceiveFrameAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit.Any);
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer, limit.Token);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            frame.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
        return Assert.IsType<JsonArray>(JsonNode.Parse(frame.ToArray()));
    }
}
