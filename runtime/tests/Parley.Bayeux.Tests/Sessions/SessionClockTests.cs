namespace Parley.Bayeux;

public sealed class SessionClockTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_connect_is_held_for_its_timeout_and_never_longer()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var client = new PollingClient(host);
        await client.OpenAsync();

        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        _time.Advance(28 * Second);
        Assert.Equal(1, host.Meter["bayeux.connects.held"]);
        _time.Advance(2 * Second);
        Assert.True((await held).Single().Successful());
    }

    [Fact]
    public async Task A_connect_may_ask_for_less_time_but_not_for_more()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var client = new PollingClient(host);
        await client.OpenAsync();

        Assert.True((await client.PostAsync(client.Connect(timeout: 0))).Single().Successful());

        var less = client.PostAsync(client.Connect(timeout: 5000));
        await host.Meter.HeldAsync();
        _time.Advance(5 * Second);
        Assert.True((await less).Single().Successful());

        var more = client.PostAsync(client.Connect(timeout: 3_600_000));
        await host.Meter.HeldAsync();
        _time.Advance(30 * Second);
        Assert.True((await more).Single().Successful());
    }

    [Fact]
    public async Task A_session_without_a_connect_expires_after_interval_and_max_interval()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.Interval = 5 * Second, time: _time);
        using var client = new PollingClient(host);
        await client.OpenAsync("/news");
        _time.Advance(14 * Second);
        Assert.Equal(1, host.Server.SessionCount);
        _time.Advance(2 * Second);
        Assert.Equal(0, host.Server.SessionCount);
        Assert.Equal("402::session_unknown", (await client.PostAsync(client.Connect())).Single().Error());
        Assert.Equal(0, await host.Server.PublishAsync("/news", Json.Utf8("1")));
    }

    [Fact]
    public async Task Any_message_keeps_a_session_alive_and_a_held_connect_does_so_by_itself()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        _time.Advance(8 * Second);
        await client.PostAsync(client.Subscribe("/a"));
        _time.Advance(8 * Second);
        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        _time.Advance(25 * Second);
        Assert.Equal(1, host.Server.SessionCount);
        _time.Advance(5 * Second);
        Assert.True((await held).Single().Successful());
    }

    [Fact]
    public async Task A_lost_connection_does_not_end_the_session_and_loses_no_event()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var client = new PollingClient(host);
        await client.OpenAsync("/news");

        using (var lost = new PollingClient(host, cookies: client.Cookies) { ClientId = client.ClientId })
        {
            var held = lost.PostAsync(lost.Connect());
            await host.Meter.HeldAsync();
            lost.Dispose();
            await Assert.ThrowsAnyAsync<Exception>(() => held);
        }

        await host.Meter.HeldAsync(0);
        _time.Advance(5 * Second);
        await host.Server.PublishAsync("/news", Json.Utf8("1"));
        var replies = await client.PostAsync(client.Connect());
        Assert.Equal(["/news", "/meta/connect"], replies.Select(reply => reply.Channel()));
    }

    [Fact]
    public async Task A_session_whose_sweep_throws_keeps_no_other_from_being_swept()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        for (var i = 0; i < 3; i++)
        {
            var session = new Session($"broken{i}", null, new(), null, false, host.Server.Limits);
            Assert.True(host.Server.Sessions.TryAdd(session, 1));
            Assert.Null(session.TryHold(new BrokenConnect()));
        }

        using var client = new PollingClient(host);
        await client.OpenAsync();
        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync(4);
        _time.Advance(30 * Second);
        Assert.True((await held).Single().Successful());
    }

    [Fact]
    public async Task A_session_whose_client_never_comes_back_expires()
    {
        await using var host = await BayeuxHost.StartAsync(time: _time);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        client.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => held);
        await host.Meter.HeldAsync(0);
        _time.Advance(9 * Second);
        Assert.Equal(1, host.Server.SessionCount);
        _time.Advance(2 * Second);
        Assert.Equal(0, host.Server.SessionCount);
    }

    private sealed class BrokenConnect() : HeldConnect(new IncomingMessage(), 0, 0)
    {
        public override void Complete(ConnectOutcome outcome) => throw new InvalidOperationException("Broken.");
    }
}
