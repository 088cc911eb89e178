using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Parley.Bayeux;

public sealed class PublishTests
{
    [Theory]
    [InlineData("/news", "403:clients do not publish here:publish_denied")]
    [InlineData("/v2/me/x", "403:private channels are written by the server:publish_denied")]
    [InlineData("/service/none", "403:no such service:publish_denied")]
    [InlineData("/meta/none", "404::channel_unknown")]
    public async Task Clients_publish_nowhere_by_default(string channel, string error)
    {
        await using var host = await BayeuxHost.StartAsync(log: new MemoryEventLog());
        using var client = new PollingClient(host);
        await client.OpenAsync();
        Assert.Equal(error, (await client.PostAsync(client.Publish(channel, 1))).Single().Error());
    }

    [Fact]
    public async Task A_policy_opens_channels_and_the_event_hides_its_publisher()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Services.AddSingleton<IBayeuxPolicy, ChatPolicy>());
        using var client = new PollingClient(host);
        await client.OpenAsync("/chat/room");
        var ack = (await client.PostAsync(client.Publish("/chat/room", "hi"))).Single();
        Assert.True(ack.Successful());
        Assert.Null(ack!["data"]);
        var replies = await client.PostAsync(client.Connect());
        Assert.Equal("""{"channel":"/chat/room","data":"hi"}""", replies[0]!.ToJsonString());
        Assert.Equal("400::data_missing", (await client.PostAsync(client.Message("/chat/room"))).Single().Error());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_publisher_gets_its_own_event_unless_the_option_says_no(bool broadcast)
    {
        await using var host = await BayeuxHost.StartAsync(
            options => options.BroadcastToPublisher = broadcast, services: bayeux => bayeux.Authorize("/chat/*", (_, _, _) => BayeuxVerdict.Allowed));
        using var client = new PollingClient(host);
        using var other = new PollingClient(host, "agent2");
        await client.OpenAsync("/chat/room");
        await other.OpenAsync("/chat/room");
        await client.PostAsync(client.Publish("/chat/room", "hi"));
        Assert.Equal(2, (await other.PostAsync(other.Connect())).Count);
        Assert.Equal(broadcast ? 2 : 1, (await client.PostAsync(client.Connect(timeout: 0))).Count);
    }

    [Fact]
    public async Task A_service_answers_with_the_same_id_before_the_acknowledgement()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.MapService<Greeter>("/service/greet"));
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var message = client.Publish("/service/greet", "you");
        var replies = await client.PostAsync(message);
        Assert.Equal($$"""{"channel":"/service/greet","id":"{{message.Text("id")}}","data":"hello"}""", replies[0]!.ToJsonString());
        Assert.Equal($$"""{"channel":"/service/greet","id":"{{message.Text("id")}}","successful":true}""", replies[1]!.ToJsonString());
    }

    [Fact]
    public async Task A_service_that_fails_says_nothing_of_its_inside()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux
            .MapService("/service/broken", (_, _) => throw new InvalidOperationException("secret"))
            .MapService("/service/nonsense", (_, _) => new(Json.Utf8("{oops"))));
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var replies = await client.PostAsync(client.Publish("/service/broken", 1), client.Publish("/service/nonsense", 1), client.Subscribe("/a"));
        Assert.Equal(["500::internal_error", "500::internal_error", null], replies.Select(reply => reply.Error()));
        Assert.DoesNotContain("secret", replies.ToJsonString());
    }

    [Fact]
    public async Task The_application_cannot_publish_what_is_not_a_broadcast()
    {
        await using var host = await BayeuxHost.StartAsync(log: new MemoryEventLog());
        foreach (var channel in new[] { "/meta/x", "/service/x", "/a/*", "a", "/v2/me/x" })
            Assert.Throws<ArgumentException>("channel", () => { _ = host.Server.PublishAsync(channel, Json.Utf8("1")); });
        foreach (var data in new[] { "", "{", "1 2", "x" })
            Assert.Throws<ArgumentException>("data", () => { _ = host.Server.PublishAsync("/a", Json.Utf8(data)); });
    }

    private sealed class ChatPolicy(IOptions<BayeuxOptions> options) : DefaultBayeuxPolicy(options)
    {
        public override ValueTask<BayeuxVerdict> CanPublishAsync(
            BayeuxSession session, string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => new(BayeuxVerdict.Allowed);
    }

    private sealed class Greeter : IBayeuxServiceHandler
    {
        public ValueTask<ReadOnlyMemory<byte>?> HandleAsync(BayeuxServiceCall call, CancellationToken cancellationToken) => new(Json.Utf8("\"hello\""));
    }
}
