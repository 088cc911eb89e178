namespace Parley.Bayeux;

public sealed class LifecycleConformanceTests : ConformanceTests
{
    [Theory]
    [InlineData("long-polling", "connect")]
    [InlineData("long-polling", "handshake")]
    [InlineData("websocket", "connect")]
    [InlineData("websocket", "handshake")]
    public async Task Disconnect_in_listeners(string transport, string meta)
    {
        await using var host = await StartOpenAsync(time: Time);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.WithinAsync(meta, Command("disconnect"));
        await client.DoAsync("handshake");
        await client.UntilAsync(meta);
        await client.UntilAsync("disconnected");
        Assert.Equal("disconnected", (await client.StatusAsync()).Text("status"));
        // In a handshake's listener the client aborts the request that says so: the session may have to expire.
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        Time.Advance(TimeSpan.FromSeconds(12));
        await host.Meter.UntilAsync("bayeux.sessions", sessions => sessions == 0);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Disconnect_by_server(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync("/news");
        await host.Meter.HeldAsync();
        Assert.Equal(1, host.Server.Disconnect("agent1"));
        Assert.Equal("none", (await client.UntilAsync("connect"))["advice"].Text("reconnect"));
        Assert.Equal("disconnected", (await client.StatusAsync()).Text("status"));
        Assert.Equal(0, host.Server.SessionCount);
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Redeploy(string transport)
    {
        await using var first = await StartOpenAsync(options => options.DrainInterval = TimeSpan.Zero);
        using var network = new FaultyNetwork(first);
        await using var client = await CometdDriver.StartAsync(first, transport, port: network.Port);
        await client.OpenAsync("/news");

        await using var second = await network.ReplaceAsync(first, () => StartOpenAsync());
        var again = await client.UntilAsync("handshake", message => message.Successful());
        Assert.True(again["reestablish"]!.GetValue<bool>());
        Assert.True((await client.UntilAsync("subscribed")).Successful());
        await AssertDeliversAsync(second, client, "/news", "1");
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Server_shutdown_with_held_connects(string transport)
    {
        await using var host = await StartOpenAsync(options => options.DrainInterval = TimeSpan.FromSeconds(1));
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await host.Meter.HeldAsync();
        // The held connect does not hold the server up, and its answer keeps the client from coming back at once.
        await host.StopAsync();
        var answer = await client.UntilAsync("connect");
        Assert.True(answer.Successful());
        Assert.Equal("retry", answer["advice"].Text("reconnect"));
        Assert.InRange(answer["advice"]!["interval"]!.GetValue<int>(), 0, 1000);
        Assert.NotEqual("disconnected", (await client.StatusAsync()).Text("status"));
    }
}
