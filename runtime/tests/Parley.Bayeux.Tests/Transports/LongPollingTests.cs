namespace Parley.Bayeux;

public sealed class LongPollingTests
{
    [Fact]
    public async Task A_session_handshakes_connects_subscribes_and_gets_events()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);

        var handshake = await client.HandshakeAsync();
        Assert.Equal("1.0", handshake.Text("version"));
        Assert.Equal(["websocket", "long-polling"], handshake["supportedConnectionTypes"]!.AsArray().Select(type => type!.GetValue<string>()));
        Assert.Equal("""{"reconnect":"retry","interval":0,"timeout":30000,"maxInterval":10000}""", handshake["advice"]!.ToJsonString());

        var connect = Assert.Single(await client.PostAsync(client.Connect()));
        Assert.True(connect.Successful());
        Assert.True((await client.PostAsync(client.Subscribe("/news"))).Single().Successful());

        var held = client.PostAsync(client.Connect());
        await host.Meter.HeldAsync();
        Assert.Equal(1, await host.Server.PublishAsync("/news", Json.Utf8("""{"n":1}""")));

        var replies = await held;
        Assert.Equal("""{"channel":"/news","data":{"n":1}}""", replies[0]!.ToJsonString());
        Assert.Equal("/meta/connect", replies[1].Channel());
    }
}
