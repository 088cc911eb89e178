using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>Sends bare messages by POST, with a cookie jar of its own.</summary>
internal sealed class PollingClient : IDisposable
{
    private readonly HttpClient _http;
    private int _lastId;

    public PollingClient(BayeuxHost host, string? user = "agent1", CookieContainer? cookies = null)
    {
        Host = host;
        Cookies = cookies ?? new();
        _http = new(new SocketsHttpHandler { CookieContainer = Cookies, UseProxy = false }) { Timeout = Limit.Any };
        if (user is not null)
            _http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":x")));
    }

    public BayeuxHost Host { get; }

    public CookieContainer Cookies { get; }

    public string ClientId { get; set; } = "";

    public async Task<HttpResponseMessage> PostRawAsync(HttpContent content, string suffix = "", Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Host.Url + suffix) { Content = content };
        headers?.Invoke(request.Headers);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostRawAsync(string body, string suffix = "")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
        return PostRawAsync(content, suffix);
    }

    /// <summary>Sends messages and reads the array that comes back.</summary>
    public async Task<JsonArray> PostAsync(params JsonObject[] messages)
    {
        using var response = await PostRawAsync(new JsonArray([.. messages.Select(message => message.DeepClone())]).ToJsonString());
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {body}");
        return Assert.IsType<JsonArray>(JsonNode.Parse(body));
    }

    public JsonObject Message(string channel) => new() { ["channel"] = channel, ["id"] = $"{++_lastId}", ["clientId"] = ClientId };

    public JsonObject Handshake(JsonNode? ext = null)
    {
        var message = new JsonObject
        {
            ["channel"] = "/meta/handshake",
            ["id"] = $"{++_lastId}",
            ["version"] = "1.0",
            ["supportedConnectionTypes"] = new JsonArray("long-polling"),
        };
        if (ext is not null)
            message["ext"] = ext;
        return message;
    }

    public JsonObject Connect(int? timeout = null, long? ack = null)
    {
        var message = Message("/meta/connect");
        message["connectionType"] = "long-polling";
        if (timeout is not null)
            message["advice"] = new JsonObject { ["timeout"] = timeout };
        if (ack is not null)
            message["ext"] = new JsonObject { ["ack"] = ack };
        return message;
    }

    public JsonObject Subscribe(JsonNode subscription)
    {
        var message = Message("/meta/subscribe");
        message["subscription"] = subscription;
        return message;
    }

    public JsonObject Publish(string channel, JsonNode? data)
    {
        var message = Message(channel);
        message["data"] = data;
        return message;
    }

    public async Task<JsonNode> HandshakeAsync(JsonNode? ext = null)
    {
        var reply = Assert.Single(await PostAsync(Handshake(ext)))!;
        Assert.True(reply.Successful(), reply.ToJsonString());
        ClientId = reply.Text("clientId")!;
        return reply;
    }

    /// <summary>Handshakes, connects once, and subscribes.</summary>
    public async Task OpenAsync(string? channel = null, JsonNode? ext = null)
    {
        await HandshakeAsync(ext);
        Assert.True((await PostAsync(Connect(ack: ext is null ? null : 0))).Single().Successful());
        if (channel is not null)
            Assert.True((await PostAsync(Subscribe(channel))).Single().Successful());
    }

    /// <summary>Holds a connect, publishes to a channel that only this client subscribes to, and sees the event arrive.</summary>
    public async Task AssertGetsAsync(string channel)
    {
        var held = PostAsync(Connect());
        await Host.Meter.UntilAsync("bayeux.connects.held", connects => connects >= 1);
        Assert.Equal(1, await Host.Server.PublishAsync(channel, Json.Utf8("1")));
        Assert.Equal([channel, "/meta/connect"], (await held).Select(reply => reply.Channel()));
    }

    public void Dispose() => _http.Dispose();
}
