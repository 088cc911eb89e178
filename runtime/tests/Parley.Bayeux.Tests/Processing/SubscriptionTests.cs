using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task An_event_comes_once_however_many_patterns_match()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var subscription = new JsonArray("/a/b", "/a/*", "/a/**", "/**");
        var reply = (await client.PostAsync(client.Subscribe(subscription.DeepClone()))).Single();
        Assert.True(reply.Successful());
        Assert.Equal(subscription.ToJsonString(), reply!["subscription"]!.ToJsonString());

        Assert.Equal(1, await host.Server.PublishAsync("/a/b", Json.Utf8("1")));
        Assert.Equal(1, await host.Server.PublishAsync("/a/b/c", Json.Utf8("2")));
        Assert.Equal(1, await host.Server.PublishAsync("/x", Json.Utf8("3")));
        Assert.Equal(["1", "2", "3"], (await client.PostAsync(client.Connect())).SkipLast(1).Select(item => item!["data"]!.ToJsonString()));
    }

    [Fact]
    public async Task An_array_is_taken_whole_or_not_at_all()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var refused = (await client.PostAsync(client.Subscribe(new JsonArray("/a", "/meta/connect")))).Single();
        Assert.Equal("403:meta channels are the protocol's own:subscribe_denied", refused.Error());
        Assert.Equal(0, await host.Server.PublishAsync("/a", Json.Utf8("1")));

        Assert.True((await client.PostAsync(client.Subscribe("/a"))).Single().Successful());
        Assert.Equal("400::channel_missing", (await client.PostAsync(Unsubscribe(client, new JsonArray("/a", "/b")))).Single().Error());
        Assert.Equal(1, await host.Server.PublishAsync("/a", Json.Utf8("1")));
        Assert.True((await client.PostAsync(Unsubscribe(client, "/a"))).Single().Successful());
        Assert.Equal(0, await host.Server.PublishAsync("/a", Json.Utf8("1")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_array_that_is_refused_late_nothing_shows_meanwhile_and_nothing_of_others_is_taken_back(bool logFails)
    {
        var log = new MemoryEventLog();
        await using var host = await BayeuxHost.StartAsync(log: log);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        log.PositionGate = () =>
        {
            asked.SetResult();
            return answer.Task;
        };
        var array = client.Subscribe(new JsonArray("/a", "/b", "/v2/me/x"));
        array["ext"] = new JsonObject { ["replay"] = new JsonObject { ["/v2/me/x"] = 7 } };
        var refused = client.PostAsync(array);
        await asked.Task.WaitAsync(Limit.Any, TestContext.Current.CancellationToken);

        Assert.Equal(0, await host.Server.PublishAsync("/a", Json.Utf8("1")));
        Assert.True((await client.PostAsync(client.Subscribe("/b"))).Single().Successful());
        if (logFails)
            answer.SetException(new IOException("The log is away."));
        else
            answer.SetResult();
        Assert.Equal(logFails ? "500::internal_error" : "400:7,0:replay_unknown", (await refused).Single().Error());
        Assert.Equal(0, await host.Server.PublishAsync("/a", Json.Utf8("2")));
        Assert.Equal(1, await host.Server.PublishAsync("/b", Json.Utf8("3")));
        Assert.Equal(1, host.Server.Channels.Count);
    }

    [Fact]
    public async Task A_channel_that_an_array_names_twice_is_one()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.MaxSubscriptionsPerSession = 1);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        Assert.True((await client.PostAsync(client.Subscribe(new JsonArray("/a", "/a")))).Single().Successful());
        Assert.True((await client.PostAsync(client.Subscribe("/a"))).Single().Successful());
        Assert.Equal("403:too many subscriptions:subscribe_denied", (await client.PostAsync(client.Subscribe("/b"))).Single().Error());
    }

    [Theory]
    [InlineData("null", "403::subscription_missing")]
    [InlineData("[]", "403::subscription_missing")]
    [InlineData("\"a\"", "403::subscription_invalid")]
    [InlineData("\"/a/*/b\"", "403::subscription_invalid")]
    [InlineData("\"/meta/**\"", "403:meta channels are the protocol's own:subscribe_denied")]
    public async Task A_bad_subscription_is_told_what_is_wrong(string subscription, string error)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync();
        Assert.Equal(error, (await client.PostAsync(client.Subscribe(JsonNode.Parse(subscription)!))).Single().Error());
    }

    [Fact]
    public async Task A_flood_of_subscriptions_ends_at_the_cap()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.MaxSubscriptionsPerSession = 10);
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var flood = new JsonArray([.. Enumerable.Range(0, 11).Select(i => (JsonNode)$"/flood/{i}")]);
        Assert.Equal("403:too many subscriptions:subscribe_denied", (await client.PostAsync(client.Subscribe(flood.DeepClone()))).Single().Error());
        Assert.Equal(0, host.Server.Channels.Count);

        flood.RemoveAt(0);
        Assert.True((await client.PostAsync(client.Subscribe(flood.DeepClone()))).Single().Successful());
        Assert.Equal(10, host.Server.Channels.Count);
        host.Server.Disconnect("agent1");
        Assert.Equal(0, host.Server.Channels.Count);
    }

    private static JsonObject Unsubscribe(PollingClient client, JsonNode subscription)
    {
        var message = client.Message("/meta/unsubscribe");
        message["subscription"] = subscription;
        return message;
    }
}
