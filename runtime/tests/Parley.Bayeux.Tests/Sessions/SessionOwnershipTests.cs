using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class SessionOwnershipTests
{
    [Fact]
    public async Task A_forged_client_id_is_402_with_advice_to_handshake()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host) { ClientId = "forged" };
        var reply = Assert.Single(await client.PostAsync(client.Connect()));
        Assert.Equal("402::session_unknown", reply.Error());
        Assert.Equal("handshake", reply!["advice"].Text("reconnect"));
        Assert.Equal("402::session_unknown", (await client.PostAsync(client.Subscribe("/a"))).Single().Error());
    }

    [Fact]
    public async Task A_session_answers_nobody_but_its_principal()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var owner = new PollingClient(host);
        await owner.OpenAsync();
        using var thief = new PollingClient(host, "agent2", owner.Cookies) { ClientId = owner.ClientId };
        Assert.Equal("402::session_unknown", (await thief.PostAsync(thief.Connect())).Single().Error());
        using var nobody = new PollingClient(host, null, owner.Cookies) { ClientId = owner.ClientId };
        Assert.Equal("402::session_unknown", (await nobody.PostAsync(nobody.Message("/meta/disconnect"))).Single().Error());
        Assert.Equal(1, host.Server.SessionCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_id_without_the_browser_cookie_is_worth_nothing(bool trust)
    {
        await using var host = await BayeuxHost.StartAsync(options => options.TrustClientSession = trust);
        using var owner = new PollingClient(host);
        await owner.OpenAsync();
        using var other = new PollingClient(host) { ClientId = owner.ClientId };
        Assert.Equal(trust, (await other.PostAsync(other.Subscribe("/a"))).Single().Successful());
    }

    [Fact]
    public async Task A_batch_cannot_smuggle_in_a_message_of_another_session()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var one = new PollingClient(host);
        await one.OpenAsync();
        // Same principal, same browser: even so, a batch speaks for one session.
        using var two = new PollingClient(host, cookies: one.Cookies);
        await two.OpenAsync();

        var replies = await one.PostAsync(one.Subscribe("/a"), two.Subscribe("/b"), two.Message("/meta/disconnect"));
        Assert.Equal([null, "402::session_unknown", "402::session_unknown"], replies.Select(reply => reply.Error()));
        Assert.Equal(2, host.Server.SessionCount);
    }

    [Fact]
    public async Task A_handshake_stands_alone()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        await client.OpenAsync();
        var replies = await client.PostAsync(client.Subscribe("/a"), client.Handshake(), client.Handshake(), client.Connect());
        Assert.Equal(
            ["400::handshake_not_alone", null, "400::handshake_not_alone", "400::handshake_not_alone"], replies.Select(reply => reply.Error()));
        Assert.NotEqual(client.ClientId, replies[1].Text("clientId"));
        Assert.Equal(2, host.Server.SessionCount);
    }

    [Theory]
    [InlineData("""{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["foo"]}""", "400::unsupported_connection_type")]
    [InlineData("""{"channel":"/meta/handshake","version":"1.0"}""", "400::unsupported_connection_type")]
    [InlineData("""{"channel":"/meta/handshake","supportedConnectionTypes":["long-polling"]}""", "400::unsupported_version")]
    [InlineData("""{"id":"1"}""", "400::channel_missing")]
    [InlineData("""{"id":"1","channel":7}""", "400::channel_missing")]
    [InlineData("""{"id":"1","channel":"a"}""", "405::channel_invalid")]
    [InlineData("""{"id":"1","channel":"/a/*"}""", "405::channel_invalid")]
    [InlineData("""{"id":"?","channel":"/a"}""", "405::message_id_invalid")]
    public async Task A_bad_message_is_told_what_is_wrong(string message, string error)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        Assert.Equal(error, (await client.PostAsync(JsonNode.Parse(message)!.AsObject())).Single().Error());
        Assert.Equal(0, host.Server.SessionCount);
    }

    [Fact]
    public async Task Anonymous_users_handshake_only_where_they_are_allowed()
    {
        await using var closed = await BayeuxHost.StartAsync();
        using var refused = new PollingClient(closed, null);
        var reply = Assert.Single(await refused.PostAsync(refused.Handshake()));
        Assert.Equal("403:not authenticated:handshake_denied", reply.Error());
        Assert.Equal("none", reply!["advice"].Text("reconnect"));
        Assert.Equal(1, closed.Meter["bayeux.handshake.failures"]);

        await using var open = await BayeuxHost.StartAsync(options => options.AllowAnonymous = true, new MemoryEventLog());
        using var client = new PollingClient(open, null);
        await client.OpenAsync("/news");
        Assert.Equal("403:private channels need a user:subscribe_denied", (await client.PostAsync(client.Subscribe("/v2/me/x"))).Single().Error());
    }

    [Fact]
    public async Task A_user_has_so_many_sessions_and_no_more()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.MaxSessionsPerUser = 3);
        using var client = new PollingClient(host);
        for (var i = 0; i < 3; i++)
            await client.HandshakeAsync();
        Assert.Equal("403:too many sessions:handshake_denied", (await client.PostAsync(client.Handshake())).Single().Error());
        using var other = new PollingClient(host, "agent2");
        await other.HandshakeAsync();
    }
}
