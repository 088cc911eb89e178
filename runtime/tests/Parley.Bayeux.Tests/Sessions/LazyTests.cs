using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class LazyTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lazy_event_wakes_no_connect_and_comes_with_the_next_that_does(bool byChannel)
    {
        await using var host = await StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/lazy/news");
        await client.PostAsync(client.Subscribe("/other"));

        Assert.Equal(1, byChannel ? await host.Server.PublishAsync("/lazy/news", Json.Utf8("1")) : await host.Server.PublishAsync("/other", Json.Utf8("1"), lazy: true));
        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        await host.Server.PublishAsync("/lazy/news", Json.Utf8("2"));
        Assert.Equal(1, host.Meter["bayeux.connects.held"]);

        await host.Server.PublishAsync("/other", Json.Utf8("3"));
        Assert.Equal(["1", "2", "3"], (await held).SkipLast(1).Select(item => item!["data"]!.ToJsonString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lazy_event_waits_no_longer_than_the_option_says(bool acknowledges)
    {
        await using var host = await StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/lazy/news", acknowledges ? new JsonObject { ["ack"] = true } : null);
        var held = client.PostAsync(client.Connect(ack: acknowledges ? 0 : null));
        await host.Meter.HeldAsync();
        await host.Server.PublishAsync("/lazy/news", Json.Utf8("1"));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, host.Meter["bayeux.connects.held"]);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(["/lazy/news", "/meta/connect"], (await held).Select(item => item.Channel()));
    }

    [Fact]
    public async Task A_lazy_event_that_was_not_acknowledged_is_not_lazy_any_more()
    {
        await using var host = await StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync("/lazy/news", new JsonObject { ["ack"] = true });
        await host.Server.PublishAsync("/lazy/news", Json.Utf8("1"));
        Assert.Equal(2, (await client.PostAsync(client.Connect(timeout: 0, ack: 0))).Count);
        Assert.Equal(2, (await client.PostAsync(client.Connect(ack: 0))).Count);
    }

    [Fact]
    public async Task Lazy_events_wait_on_when_what_they_were_to_go_with_was_dropped()
    {
        await using var host = await BayeuxHost.StartAsync(
            options =>
            {
                options.MaxQueueMessages = 3;
                options.LazyChannels.Add("/lazy/**");
                options.DroppableChannels.Add("/figures");
            },
            time: _time);
        using var client = new PollingClient(host);
        await client.OpenAsync("/lazy/news");
        await client.PostAsync(client.Subscribe("/figures"));
        await host.Server.PublishAsync("/figures", Json.Utf8("0"));
        for (var i = 1; i <= 3; i++)
            await host.Server.PublishAsync("/lazy/news", Json.Utf8($"{i}"));

        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["1", "2", "3"], (await held).SkipLast(1).Select(item => item!["data"]!.ToJsonString()));
    }

    [Fact]
    public async Task The_end_of_a_flush_takes_no_lazy_event_along()
    {
        await using var host = await StartAsync();
        var session = new Session(ClientId.NewSession(), null, new(), null, acknowledges: false, host.Server.Limits);
        session.Broadcast(Delivery.Create("/lazy/news", "1"u8, isLazy: true));
        var taken = new List<Delivery>();
        session.Take(taken, long.MaxValue, alone: true);
        Assert.Empty(taken);
        session.Take(taken, long.MaxValue, alone: false);
        Assert.Single(taken);
    }

    [Fact]
    public async Task By_WebSocket_a_lazy_event_comes_ahead_of_the_next_and_after_its_time_by_itself()
    {
        await using var host = await StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SubscribeAsync("/lazy/news");
        await client.SubscribeAsync("/other");

        await host.Server.PublishAsync("/lazy/news", Json.Utf8("1"));
        Assert.Equal(0, host.Meter["bayeux.deliveries"]);
        await host.Server.PublishAsync("/other", Json.Utf8("2"));
        Assert.Equal(["1", "2"], new[] { await client.ReceiveAsync(), await client.ReceiveAsync() }.Select(item => item["data"]!.ToJsonString()));

        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 0);
        await host.Server.PublishAsync("/lazy/news", Json.Utf8("3"));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("3", (await client.ReceiveAsync())["data"]!.ToJsonString());
    }

    private Task<BayeuxHost> StartAsync() => BayeuxHost.StartAsync(options => options.LazyChannels.Add("/lazy/**"), time: _time);
}
