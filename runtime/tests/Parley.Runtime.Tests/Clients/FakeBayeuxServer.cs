using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Tests.Clients;

/// <summary>A Bayeux server without a network: one session, acknowledged messages, a service channel <c>/service/echo</c> that answers with its data.</summary>
internal sealed class FakeBayeuxServer : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<(long Batch, JsonObject Event)> _unacknowledged = [];
    private readonly List<(Func<JsonObject, bool> Condition, TaskCompletionSource<JsonObject> Seen)> _watchers = [];
    private readonly List<JsonObject> _received = [];
    private readonly HashSet<string> _subscriptions = [];
    private TaskCompletionSource _wake = New();
    private string? _session;
    private int _sessions;
    private long _batch;

    /// <summary>What was received so far.</summary>
    public JsonObject[] Received
    {
        get { lock (_lock) return [.. _received]; }
    }

    /// <summary>What is subscribed to at this moment.</summary>
    public string[] Subscriptions
    {
        get { lock (_lock) return [.. _subscriptions]; }
    }

    /// <summary>Added to the next connect reply.</summary>
    public JsonObject? NextAdvice { get; set; }

    /// <summary>Thrown instead of the next connect reply, after the request was taken.</summary>
    public Exception? LoseNextConnectReply { get; set; }

    public bool RefuseHandshakes { get; set; }

    public HttpClient Client() => new(this);

    public void Push(string channel, string data, string? id = null)
    {
        lock (_lock)
        {
            var message = new JsonObject { ["channel"] = channel, ["data"] = JsonNode.Parse(data) };
            if (id is not null)
                message["id"] = id;
            _unacknowledged.Add((_batch + 1, message));
            _wake.TrySetResult();
        }
    }

    /// <summary>Ends the held connect without news.</summary>
    public void Wake()
    {
        lock (_lock)
            _wake.TrySetResult();
    }

    public void ForgetSession()
    {
        lock (_lock)
        {
            _session = null;
            _subscriptions.Clear();
            _wake.TrySetResult();
        }
    }

    /// <summary>The next message that is received and meets a condition.</summary>
    public Task<JsonObject> NextAsync(Func<JsonObject, bool> condition)
    {
        lock (_lock)
        {
            var seen = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((condition, seen));
            return seen.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public Task<JsonObject> NextAsync(string channel) => NextAsync(message => (string?)message["channel"] == channel);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsArray()[0]!.AsObject();
        lock (_lock)
        {
            _received.Add(message);
            foreach (var watcher in _watchers.Where(watcher => watcher.Condition(message)).ToList())
            {
                _watchers.Remove(watcher);
                watcher.Seen.SetResult(message);
            }
        }

        var replies = (string?)message["channel"] == "/meta/connect" ? await ConnectAsync(message, cancellationToken) : Answer(message);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(replies.ToJsonString(), Encoding.UTF8, "application/json") };
    }

    private async Task<JsonArray> ConnectAsync(JsonObject message, CancellationToken cancellationToken)
    {
        Task wake;
        lock (_lock)
        {
            if ((string?)message["clientId"] != _session)
                return [Unknown(message, handshake: true)];

            var acknowledged = (long?)message["ext"]?["ack"] ?? 0;
            _unacknowledged.RemoveAll(entry => entry.Batch <= acknowledged);
            wake = message["advice"] is not null || _unacknowledged.Count > 0 ? Task.CompletedTask : _wake.Task;
        }

        await wake.WaitAsync(cancellationToken);
        lock (_lock)
        {
            _wake = New();
            if ((string?)message["clientId"] != _session)
                return [Unknown(message, handshake: true)];

            _batch++;
            if (LoseNextConnectReply is { } lost)
            {
                LoseNextConnectReply = null;
                throw lost;
            }

            var reply = Reply(message);
            reply["ext"] = new JsonObject { ["ack"] = _batch };
            if (NextAdvice is not null)
                reply["advice"] = NextAdvice;
            NextAdvice = null;
            return [.. _unacknowledged.Select(entry => entry.Event.DeepClone()), reply];
        }
    }

    private JsonArray Answer(JsonObject message)
    {
        lock (_lock)
        {
            var channel = (string)message["channel"]!;
            if (channel == "/meta/handshake")
                return [Handshake(message)];
            if ((string?)message["clientId"] != _session)
                return [Unknown(message, handshake: false)];

            if (channel == "/meta/subscribe")
                return [Subscribe(message)];
            if (channel == "/service/echo")
                Push(channel, message["data"]!.ToJsonString(), (string?)message["id"]);
            return [Reply(message)];
        }
    }

    private JsonObject Handshake(JsonObject message)
    {
        if (RefuseHandshakes)
            return new JsonObject { ["channel"] = "/meta/handshake", ["id"] = (string?)message["id"], ["successful"] = false, ["error"] = "403::handshake_denied" };

        _session = "session" + ++_sessions;
        _batch = 0;
        var reply = Reply(message);
        reply["clientId"] = _session;
        reply["ext"] = new JsonObject { ["ack"] = true };
        reply["advice"] = new JsonObject { ["reconnect"] = "retry", ["interval"] = 0, ["timeout"] = 30000 };
        return reply;
    }

    private JsonObject Subscribe(JsonObject message)
    {
        var channel = (string)message["subscription"]!;
        var reply = Reply(message);
        if (channel.StartsWith("/denied", StringComparison.Ordinal))
        {
            reply["successful"] = false;
            reply["error"] = "403::subscribe_denied";
        }
        else
        {
            _subscriptions.Add(channel);
        }

        return reply;
    }

    private static JsonObject Reply(JsonObject message) =>
        new() { ["channel"] = (string?)message["channel"], ["id"] = (string?)message["id"], ["successful"] = true };

    private static JsonObject Unknown(JsonObject message, bool handshake)
    {
        var reply = Reply(message);
        reply["successful"] = false;
        reply["error"] = "402::session_unknown";
        if (handshake)
            reply["advice"] = new JsonObject { ["reconnect"] = "handshake", ["interval"] = 0 };
        return reply;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
