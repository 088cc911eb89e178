using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class DrainTests
{
    [Fact]
    public async Task Held_connects_are_answered_with_a_spread_interval()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.DrainInterval = TimeSpan.FromSeconds(60));
        var clients = new List<PollingClient>();
        var held = new List<Task<JsonArray>>();
        for (var i = 0; i < 10; i++)
        {
            var client = new PollingClient(host, $"agent{i}");
            clients.Add(client);
            await client.OpenAsync();
            held.Add(client.PostAsync(client.Connect()));
        }

        await host.Meter.HeldAsync(10);
        var stopping = host.StopAsync();
        var replies = (await Task.WhenAll(held)).Select(reply => reply.Single()!).ToList();
        await stopping;

        Assert.All(replies, reply => Assert.True(reply.Successful()));
        Assert.All(replies, reply => Assert.Equal("retry", reply["advice"].Text("reconnect")));
        Assert.True(replies.Select(reply => reply["advice"]!["interval"]!.GetValue<long>()).Distinct().Count() > 1);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_socket_is_closed_with_1001_after_its_connect_was_answered()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.HandshakeAsync();
        await client.SendAsync(client.Connect(timeout: 0));
        await client.ReceiveAsync();
        await client.SendAsync(client.Connect());
        await host.Meter.HeldAsync();

        var stopping = host.StopAsync();
        Assert.True((await client.ReceiveAsync()).Successful());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await client.ReceiveCloseAsync());
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, TestContext.Current.CancellationToken);
        await stopping;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stopping_server_waits_for_cursors_that_are_being_written_but_not_for_ever(bool written)
    {
        var time = new ManualTimeProvider();
        var log = new MemoryEventLog();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        log.WriteGate = gate.Task;
        log.Append("agent1", "/v2/me/x", "1");
        await using var host = await BayeuxHost.StartAsync(options => options.DrainTimeout = TimeSpan.FromSeconds(7), log, time);
        using var client = new PollingClient(host);
        await client.OpenAsync("/v2/me/x");
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 1);
        Assert.Equal(2, (await client.PostAsync(client.Connect())).Count);
        await host.Meter.UntilAsync("bayeux.queue.depth", depth => depth == 0);

        var waiting = time.UntilWaitedForAsync(TimeSpan.FromSeconds(7));
        var stopping = host.StopAsync();
        await waiting;
        if (written)
            gate.SetResult();
        else
            time.Advance(TimeSpan.FromSeconds(8));
        await stopping;
        Assert.Equal(written ? 1 : 0, log.Cursor("agent1", "/v2/me/x"));
    }

    [Fact]
    public async Task A_draining_server_takes_no_handshakes()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync();
        using var late = new PollingClient(host, "agent2");
        using var socket = await SocketClient.OpenAsync(host, "agent3");
        host.Server.Drain();
        Assert.True(host.Server.IsDraining);

        using var refused = await late.PostRawAsync(late.Handshake().ToJsonString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.OpenAsync(host));
        // Sessions that live are served, yet not held.
        Assert.True((await client.PostAsync(client.Connect())).Single().Successful());
    }
}
