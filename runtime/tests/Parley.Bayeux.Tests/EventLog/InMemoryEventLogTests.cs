using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class InMemoryEventLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_numbered_for_each_user_and_read_in_order()
    {
        var log = new InMemoryEventLog();
        Assert.Equal([1L, 2L, 1L], [log.Append("a", "/x", Json.Utf8("1")), log.Append("a", "/y", id => Json.Utf8($"{id}")), log.Append("b", "/x", Json.Utf8("1"))]);
        Assert.Equal([2L], (await log.ReadAsync("a", 1, 10, Token)).Select(item => item.Sequence));
        Assert.Empty(await log.ReadAsync("nobody", 0, 10, Token));
        Assert.Throws<ArgumentException>(() => log.Append("a", "/x", Json.Utf8("{oops")));
        Assert.Equal(2, (await log.GetPositionAsync("a", Token)).Newest);
    }

    [Fact]
    public async Task The_oldest_events_beyond_the_capacity_are_forgotten()
    {
        var log = new InMemoryEventLog(10);
        for (var i = 1; i <= 100; i++)
        {
            log.Append("a", "/x", Json.Utf8($"{i}"));
            var position = await log.GetPositionAsync("a", Token);
            Assert.InRange(position.Newest - position.Oldest + 1, Math.Min(i, 10), 11);
            Assert.Equal(position.Oldest, (await log.ReadAsync("a", 0, 10, Token))[0].Sequence);
        }
    }

    [Fact]
    public async Task Large_events_are_read_in_pieces()
    {
        var log = new InMemoryEventLog();
        for (var i = 0; i < 4; i++)
            log.Append("a", "/x", Json.Utf8($"\"{new string('x', 600_000)}\""));
        Assert.Equal(2, (await log.ReadAsync("a", 0, 10, Token)).Count);
        Assert.Equal(2, (await log.ReadAsync("a", 2, 10, Token)).Count);
    }

    [Theory]
    [InlineData(true, null, "2,3,4")]
    [InlineData(false, null, "4")]
    [InlineData(true, -2, "1,2,3,4")]
    [InlineData(false, -2, "1,2,3,4")]
    [InlineData(false, -1, "4")]
    [InlineData(false, 2, "3,4")]
    public async Task A_subscription_starts_where_the_client_says_or_else_at_the_cursor_or_with_news(bool storesCursors, int? replay, string expected)
    {
        var log = new InMemoryEventLog { StoresCursors = storesCursors };
        for (var i = 1; i <= 3; i++)
            log.Append("agent1", "/v2/me/x", Json.Utf8($"{i}"));
        await log.AcknowledgeAsync("agent1", [new("/v2/me/x", 1)], Token);
        await using var host = await BayeuxHost.StartAsync(log: log);
        using var client = new PollingClient(host);
        Assert.True((await client.HandshakeAsync())["ext"]!["replay"]!.GetValue<bool>());
        await client.PostAsync(client.Connect());
        var subscribe = client.Subscribe("/v2/me/x");
        if (replay is not null)
            subscribe["ext"] = new JsonObject { ["replay"] = new JsonObject { ["/v2/me/x"] = replay } };
        Assert.True((await client.PostAsync(subscribe)).Single().Successful());

        log.Append("agent1", "/v2/me/x", Json.Utf8("4"));
        host.Server.Wake("agent1");
        var got = new List<string>();
        while (got.Count < expected.Split(',').Length)
            got.AddRange((await client.PostAsync(client.Connect())).SkipLast(1).Select(item => item!["data"]!.ToJsonString()));
        Assert.Equal(expected, string.Join(',', got));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void A_capacity_out_of_range_is_refused(int capacity) => Assert.Throws<ArgumentOutOfRangeException>(() => new InMemoryEventLog(capacity));
}
