namespace Parley.Bayeux;

public sealed class ExtensionConformanceTests : ConformanceTests
{
    [Theory, MemberData(nameof(Transports))]
    public async Task Ack(string transport)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: "ack");
        await client.OpenAsync("/news");
        for (var i = 0; i < 20; i++)
            await AssertDeliversAsync(host, client, "/news", $"{i}");
        // The last connect confirmed the last event.
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 0);
        Assert.Equal(0, host.Meter["bayeux.redeliveries"]);
    }

    [Theory]
    [InlineData("long-polling", "reload")]
    [InlineData("long-polling", "ack,reload")]
    [InlineData("websocket", "reload")]
    [InlineData("websocket", "ack,reload")]
    public async Task Reload(string transport, string extensions)
    {
        await using var host = await StartOpenAsync();
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: extensions);
        await client.OpenAsync("/news");
        await AssertDeliversAsync(host, client, "/news", "1");
        // What the server does not know to be there goes out again by the next connection.
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 0);
        await host.Meter.HeldAsync();
        var session = OnlySession(host);

        await client.DoAsync("reload");
        var replayed = await client.UntilAsync("handshake");
        Assert.True(replayed["ext"]!["reload"]!.GetValue<bool>());
        Assert.True((await client.UntilAsync("connect", message => message.Successful())).Successful());
        Assert.Same(session, OnlySession(host));
        await AssertDeliversAsync(host, client, "/news", "2");
        Assert.Same(session, OnlySession(host));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Timesync_and_timestamp(string transport)
    {
        await using var host = await StartOpenAsync(time: Time);
        await using var client = await CometdDriver.StartAsync(host, transport, extensions: "timesync,timestamp");
        await client.OpenAsync("/news");
        await client.DoAsync("offset");
        var offset = (await client.UntilAsync("offset"))["value"]!.GetValue<long>();
        // The server's clock stands years back; the client has found that out.
        Assert.True(offset < -TimeSpan.FromDays(1).TotalMilliseconds);
        await AssertDeliversAsync(host, client, "/news", "1");
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Activity(string transport)
    {
        await using var host = await StartOpenAsync(options => options.MaxInactivity = TimeSpan.FromSeconds(50), Time);
        await using var client = await CometdDriver.StartAsync(host, transport);
        await client.OpenAsync();
        await host.Meter.HeldAsync();
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.True((await client.UntilAsync("connect")).Successful());
        await host.Meter.HeldAsync();
        Time.Advance(TimeSpan.FromSeconds(22));
        Assert.Equal("none", (await client.UntilAsync("connect", message => message["advice"].Text("reconnect") == "none"))["advice"].Text("reconnect"));
        Assert.Equal("disconnected", (await client.StatusAsync()).Text("status"));
    }
}
