using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Parley.Tests.Clients;

public sealed class BayeuxClientTests : IAsyncLifetime
{
    private static readonly Uri Endpoint = new("http://server/notifications");
    private readonly FakeBayeuxServer _server = new();
    private readonly ManualTimeProvider _time = new();
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private BayeuxClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _client = new BayeuxClient(_server.Client(), Endpoint, null, _time);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task Messages_arrive_in_order_and_are_acknowledged()
    {
        await StartAsync("/news");

        var acknowledging = _server.NextAsync(message => (long?)message["ext"]?["ack"] >= 2);
        _server.Push("/news", "1");
        _server.Push("/news", """{"two":2}""");

        Assert.Equal("/news 1", await ReceiveAsync());
        Assert.Equal("/news {\"two\":2}", await ReceiveAsync());
        Assert.Equal("/meta/connect", (string?)(await acknowledging)["channel"]);
    }

    [Fact]
    public async Task The_first_connect_asks_for_an_answer_at_once_and_the_next_may_be_held()
    {
        var first = _server.NextAsync("/meta/connect");
        var held = _server.NextAsync(IsHeldConnect);
        await _client.StartAsync(Cancellation);

        Assert.Equal(0, (int?)(await first)["advice"]?["timeout"]);
        Assert.Equal("long-polling", (string?)(await held)["connectionType"]);
    }

    [Fact]
    public async Task A_lost_reply_loses_no_message()
    {
        await StartAsync("/news");

        _server.LoseNextConnectReply = new HttpRequestException("cable cut");
        _server.Push("/news", "1");
        await _time.TimerAsync(TimeSpan.FromSeconds(1));
        Assert.False(_received.Reader.TryPeek(out _));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("/news 1", await ReceiveAsync());
        _server.Push("/news", "2");
        Assert.Equal("/news 2", await ReceiveAsync());
    }

    [Fact]
    public async Task Each_failure_in_a_row_makes_the_pause_longer()
    {
        await StartAsync("/news");

        _server.LoseNextConnectReply = new HttpRequestException("once");
        _server.Wake();
        await _time.TimerAsync(TimeSpan.FromSeconds(1));
        _server.LoseNextConnectReply = new HttpRequestException("twice");
        _time.Advance(TimeSpan.FromSeconds(1));
        await _time.TimerAsync(TimeSpan.FromSeconds(2));
        _time.Advance(TimeSpan.FromSeconds(2));

        _server.Push("/news", "1");
        Assert.Equal("/news 1", await ReceiveAsync());
    }

    [Fact]
    public async Task A_silent_server_is_given_up_after_the_announced_time()
    {
        await StartAsync("/news");

        await _time.TimerAsync(TimeSpan.FromSeconds(40));
        _time.Advance(TimeSpan.FromSeconds(40));
        await _time.TimerAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));

        _server.Push("/news", "1");
        Assert.Equal("/news 1", await ReceiveAsync());
    }

    [Fact]
    public async Task A_lost_session_is_replaced_with_all_its_subscriptions()
    {
        await StartAsync("/news");
        await _client.SubscribeAsync("/more/**", HandleAsync, Cancellation);

        var again = _server.NextAsync(message => (string?)message["channel"] == "/meta/connect" && (string?)message["clientId"] == "session2");
        _server.ForgetSession();
        await again;

        Assert.Equal(["/more/**", "/news"], _server.Subscriptions.Order());
        _server.Push("/more/a/b", "1");
        Assert.Equal("/more/a/b 1", await ReceiveAsync());
    }

    [Fact]
    public async Task A_request_that_meets_a_lost_session_is_repeated_in_the_new_one()
    {
        await StartAsync("/news");

        _server.ForgetSession();
        await _client.SubscribeAsync("/more", HandleAsync, Cancellation);

        Assert.Contains("/more", _server.Subscriptions);
    }

    [Fact]
    public async Task The_advised_interval_is_kept()
    {
        await StartAsync("/news");

        _server.NextAdvice = new JsonObject { ["reconnect"] = "retry", ["interval"] = 5000, ["timeout"] = 30000 };
        var next = _server.NextAsync("/meta/connect");
        _server.Wake();
        await _time.TimerAsync(TimeSpan.FromSeconds(5));

        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        await next;
    }

    [Fact]
    public async Task The_advice_not_to_reconnect_ends_the_client()
    {
        await StartAsync("/news");

        _server.NextAdvice = new JsonObject { ["reconnect"] = "none" };
        _server.Wake();

        await Assert.ThrowsAsync<BayeuxException>(() => _client.Completion.WaitAsync(Cancellation));
    }

    [Fact]
    public async Task A_call_returns_its_answer()
    {
        await StartAsync("/news");

        var answer = await _client.CallAsync("/service/echo", """{"a":[1]}"""u8.ToArray(), Cancellation);

        Assert.Equal("""{"a":[1]}""", Encoding.UTF8.GetString(answer.Span));
    }

    [Fact]
    public async Task A_call_without_answer_times_out()
    {
        await StartAsync("/news");

        var published = _server.NextAsync("/service/silent");
        var call = _client.CallAsync("/service/silent", "1"u8.ToArray(), Cancellation);
        await published;
        await Task.WhenAny(call, _time.TimerAsync(TimeSpan.FromSeconds(10)));
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task A_handler_may_call_the_server()
    {
        await StartAsync("/news");
        await _client.SubscribeAsync(
            "/ask",
            async (channel, data, token) => await HandleAsync(channel, await _client.CallAsync("/service/echo", data, token), token),
            Cancellation);

        _server.Push("/ask", "42");

        Assert.Equal("/ask 42", await ReceiveAsync());
    }

    [Fact]
    public async Task A_handler_that_throws_ends_the_client_unless_somebody_is_told()
    {
        await _client.StartAsync(Cancellation);
        await _client.SubscribeAsync("/bad", (_, _, _) => throw new InvalidOperationException("handler"), Cancellation);

        _server.Push("/bad", "1");

        Assert.Equal("handler", (await Assert.ThrowsAsync<InvalidOperationException>(() => _client.Completion.WaitAsync(Cancellation))).Message);
    }

    [Fact]
    public async Task Somebody_who_is_told_of_a_throwing_handler_gets_the_next_message()
    {
        var told = Channel.CreateUnbounded<string>();
        await using var client = new BayeuxClient(
            _server.Client(), Endpoint, new BayeuxClientOptions { HandlerFailed = (channel, exception) => told.Writer.TryWrite(channel + exception.Message) }, _time);
        await client.StartAsync(Cancellation);
        await client.SubscribeAsync("/bad", (_, data, _) => throw new InvalidOperationException(Encoding.UTF8.GetString(data.Span)), Cancellation);

        _server.Push("/bad", "1");
        _server.Push("/bad", "2");

        Assert.Equal("/bad1", await told.Reader.ReadAsync(Cancellation));
        Assert.Equal("/bad2", await told.Reader.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task A_refused_subscription_is_an_exception_and_is_not_repeated_later()
    {
        await StartAsync("/news");

        var refused = await Assert.ThrowsAsync<BayeuxException>(() => _client.SubscribeAsync("/denied/x", HandleAsync, Cancellation));
        Assert.Equal("403::subscribe_denied", refused.Error);

        var again = _server.NextAsync(message => (string?)message["channel"] == "/meta/connect" && (string?)message["clientId"] == "session2");
        _server.ForgetSession();
        await again;
        Assert.Single(_server.Received, message => (string?)message["subscription"] == "/denied/x");
    }

    [Fact]
    public async Task A_refused_handshake_is_an_exception()
    {
        _server.RefuseHandshakes = true;

        var refused = await Assert.ThrowsAsync<BayeuxException>(() => _client.StartAsync(Cancellation));

        Assert.Equal("403::handshake_denied", refused.Error);
    }

    [Fact]
    public async Task Disposing_disconnects_the_session()
    {
        await StartAsync("/news");

        var disconnect = _server.NextAsync("/meta/disconnect");
        await _client.DisposeAsync();

        Assert.Equal("session1", (string?)(await disconnect)["clientId"]);
        Assert.True(_client.Completion.IsCompletedSuccessfully);
    }

    /// <summary>Starts the client and waits until its connect is held, so that what a test does next happens to a settled session.</summary>
    private async Task StartAsync(string channel)
    {
        var held = _server.NextAsync(IsHeldConnect);
        await _client.StartAsync(Cancellation);
        await _client.SubscribeAsync(channel, HandleAsync, Cancellation);
        await held;
    }

    private static bool IsHeldConnect(JsonObject message) => (string?)message["channel"] == "/meta/connect" && message["advice"] is null;

    private async ValueTask HandleAsync(string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        await _received.Writer.WriteAsync($"{channel} {Encoding.UTF8.GetString(data.Span)}", cancellationToken);

    private async Task<string> ReceiveAsync() => await _received.Reader.ReadAsync(Cancellation);
}
