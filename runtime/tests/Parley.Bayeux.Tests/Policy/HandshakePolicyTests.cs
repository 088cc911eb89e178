using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

public sealed class HandshakePolicyTests
{
    [Fact]
    public async Task A_denial_may_ask_the_client_to_come_back_and_say_more_in_ext()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxPolicy, TokenPolicy>());
        using var client = new PollingClient(host);
        var refused = (await client.PostAsync(client.Handshake(new JsonObject { ["token"] = "old" }))).Single()!;
        Assert.Equal("403:token expired:handshake_denied", refused.Error());
        Assert.Equal("""{"reconnect":"handshake","interval":1500,"timeout":30000,"maxInterval":10000}""", refused["advice"]!.ToJsonString());
        Assert.Equal("""{"authentication":{"renew":true}}""", refused["ext"]!.ToJsonString());
        Assert.Null(refused["clientId"]);

        Assert.Equal("""{"ack":true,"authentication":{"renew":false}}""", (await client.HandshakeAsync(new JsonObject { ["token"] = "new", ["ack"] = true }))["ext"]!.ToJsonString());
    }

    [Fact]
    public async Task A_policy_that_fails_tells_the_client_to_handshake_again()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxPolicy, BrokenPolicy>());
        using var client = new PollingClient(host);
        var refused = (await client.PostAsync(client.Handshake())).Single()!;
        Assert.Equal("500::internal_error", refused.Error());
        Assert.Equal("""{"reconnect":"handshake","interval":0,"timeout":30000,"maxInterval":10000}""", refused["advice"]!.ToJsonString());
    }

    [Fact]
    public async Task A_policy_that_answers_with_no_JSON_opens_no_session()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxPolicy, EmptyAnswerPolicy>());
        using var client = new PollingClient(host);
        Assert.Equal("500::internal_error", (await client.PostAsync(client.Handshake())).Single().Error());
        Assert.Equal(0, host.Server.SessionCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_socket_may_have_to_handshake_before_it_takes_a_session_over(bool required)
    {
        await using var host = await BayeuxHost.StartAsync(options => options.RequireHandshakePerWebSocket = required);
        using var first = await SocketClient.OpenAsync(host);
        await first.HandshakeAsync();
        await first.SubscribeAsync("/a");
        using var second = await SocketClient.OpenAsync(host);
        second.ClientId = first.ClientId;
        await second.SendAsync(second.Connect(timeout: 0));
        Assert.Equal(required ? "402::session_unknown" : null, (await second.ReceiveAsync()).Error());
    }

    private sealed class TokenPolicy(Microsoft.Extensions.Options.IOptions<BayeuxOptions> options) : DefaultBayeuxPolicy(options)
    {
        public override ValueTask<BayeuxVerdict> CanHandshakeAsync(BayeuxHandshake handshake, CancellationToken cancellationToken)
        {
            var isOld = JsonNode.Parse(handshake.Ext.Span)!.Text("token") == "old";
            handshake.ReplyExt["authentication"] = JsonSerializer.SerializeToElement(new { renew = isOld });
            if (!isOld)
                return base.CanHandshakeAsync(handshake, cancellationToken);
            handshake.RetryAfter = TimeSpan.FromSeconds(1.5);
            return new(BayeuxVerdict.Denied("token expired"));
        }
    }

    private sealed class EmptyAnswerPolicy(Microsoft.Extensions.Options.IOptions<BayeuxOptions> options) : DefaultBayeuxPolicy(options)
    {
        public override ValueTask<BayeuxVerdict> CanHandshakeAsync(BayeuxHandshake handshake, CancellationToken cancellationToken)
        {
            handshake.ReplyExt["authentication"] = default;
            return base.CanHandshakeAsync(handshake, cancellationToken);
        }
    }

    private sealed class BrokenPolicy(Microsoft.Extensions.Options.IOptions<BayeuxOptions> options) : DefaultBayeuxPolicy(options)
    {
        public override ValueTask<BayeuxVerdict> CanHandshakeAsync(BayeuxHandshake handshake, CancellationToken cancellationToken) => throw new InvalidOperationException("secret");
    }
}
