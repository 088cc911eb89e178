namespace Parley.Bayeux;

public sealed class AuthorizerTests
{
    private static readonly BayeuxVerdict? Grant = BayeuxVerdict.Allowed;

    [Fact]
    public async Task A_grant_opens_a_channel_that_the_policy_leaves_open_to_grants()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Authorize("/chat/**", (_, _, _) => Grant));
        Assert.Null(await PublishAsync(host, "/chat/room"));
        Assert.Equal("403:clients do not publish here:publish_denied", await PublishAsync(host, "/news"));
    }

    [Fact]
    public async Task One_denial_outweighs_all_grants()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux
            .Authorize("/**", (_, _, _) => Grant)
            .Authorize("/chat/*", (operation, _, _) => operation == BayeuxOperation.Publish ? BayeuxVerdict.Denied("read only") : Grant));
        Assert.Equal("403:read only:publish_denied", await PublishAsync(host, "/chat/room"));
        Assert.Null(await SubscribeAsync(host, "/chat/room"));
    }

    [Fact]
    public async Task Where_authorizers_are_one_of_them_has_to_grant()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux
            .Authorize("/chat/**", (_, _, _) => null)
            .Authorize("/chat/room", (_, session, _) => session.UserId == "agent1" ? Grant : null));
        Assert.Null(await SubscribeAsync(host, "/chat/room"));
        Assert.Equal("403:not granted:create_denied", await SubscribeAsync(host, "/chat/other"));
        Assert.Equal("403:not granted:subscribe_denied", await SubscribeAsync(host, "/chat/room", "agent2"));
        Assert.Null(await SubscribeAsync(host, "/elsewhere", "agent2"));
    }

    [Theory]
    [InlineData("/chat/secret")]
    [InlineData("/chat/*")]
    [InlineData("/chat/**")]
    [InlineData("/**")]
    public async Task A_wide_subscription_does_not_reach_what_a_narrow_one_is_refused(string subscription)
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux
            .Authorize("/chat/*", (operation, _, channel) => channel == "/chat/secret" ? null : Grant)
            .Authorize("/chat/secret", (_, session, _) => session.UserId == "chief" ? Grant : BayeuxVerdict.Denied("secret")));
        Assert.Equal("403:secret:create_denied", await SubscribeAsync(host, subscription));
    }

    [Fact]
    public async Task A_grant_for_the_inside_is_none_for_the_whole_pattern()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux
            .Authorize("/chat/**", (_, _, _) => null)
            .Authorize("/chat/room", (_, _, _) => Grant));
        Assert.Equal("403:not granted:create_denied", await SubscribeAsync(host, "/chat/**"));
    }

    [Fact]
    public async Task Creating_and_subscribing_are_decided_apart()
    {
        await using var host = await BayeuxHost.StartAsync(services: bayeux => bayeux.Authorize<OnlyTheChiefCreates>("/chat/*"));
        using var chief = new PollingClient(host, "chief");
        Assert.Equal("403:only the chief opens rooms:create_denied", await SubscribeAsync(host, "/chat/room"));
        await chief.OpenAsync("/chat/room");
        Assert.Null(await SubscribeAsync(host, "/chat/room"));
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("/meta/connect")]
    [InlineData("/a/*/b")]
    public async Task An_authorizer_is_for_a_channel_or_pattern(string channel)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => BayeuxHost.StartAsync(services: bayeux => bayeux.Authorize(channel, (_, _, _) => null)));
        Assert.Contains(channel, exception.Message);
    }

    private static async Task<string?> PublishAsync(BayeuxHost host, string channel)
    {
        using var client = new PollingClient(host);
        await client.OpenAsync();
        return (await client.PostAsync(client.Publish(channel, 1))).Single().Error();
    }

    private static async Task<string?> SubscribeAsync(BayeuxHost host, string channel, string user = "agent1")
    {
        using var client = new PollingClient(host, user);
        await client.OpenAsync();
        return (await client.PostAsync(client.Subscribe(channel))).Single().Error();
    }

    private sealed class OnlyTheChiefCreates : IBayeuxAuthorizer
    {
        public ValueTask<BayeuxVerdict?> AuthorizeAsync(BayeuxOperation operation, BayeuxSession session, string channel, CancellationToken cancellationToken) =>
            new(operation == BayeuxOperation.Create && session.UserId != "chief" ? BayeuxVerdict.Denied("only the chief opens rooms") : BayeuxVerdict.Allowed);
    }
}
