using ContactCenter.AgentStates;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.AgentStates;

public sealed class AgentStateHistoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryStore _temporary = new(new FixedTimeProvider(Now));

    private AgentStateHistory History => new(_temporary.Store, _temporary.Time);

    public async ValueTask InitializeAsync() => await _temporary.AddAgentsAsync("001", "002");

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Theory]
    [InlineData(AgentStateSelection.Started, "11:00 11:30")]
    [InlineData(AgentStateSelection.StartedOrEnded, "10:30 11:00 11:30")]
    [InlineData(AgentStateSelection.Processed, "10:00 10:30 11:00 11:30")]
    public async Task Include_says_which_states_of_the_window_count(object include, string starts)
    {
        await AddAsync("001", "09:00", "10:50", "Away");
        await AddAsync("001", "10:30", "11:00", "Away");
        await AddAsync("001", "11:00", "11:40", "Busy");
        await AddAsync("001", "11:30", "11:45", "Wrap");
        await AddAsync("001", "11:50", null, "Ready");
        await AddAsync("002", "10:00", null, "Ready");

        var page = await PageAsync(new AgentStateQuery { Start = At("11:00"), End = At("11:45"), Include = (AgentStateSelection)include });

        Assert.Equal(starts, string.Join(' ', page.Items.Select(item => UtcText.Write(item.StartAt)[11..16])));
    }

    [Fact]
    public async Task Items_come_by_start_and_then_agent_and_an_open_one_has_no_duration()
    {
        await AddAsync("002", "10:00", "10:01", "Fault");
        await AddAsync("001", "10:00", "10:02", "Ready");
        await AddAsync("002", "10:01", null, "Ready");

        var page = await PageAsync(new AgentStateQuery { Start = At("09:00") });

        Assert.Equal(
            [("001", 120_000L, "Ready"), ("002", 60_000L, "Failed"), ("002", (long?)null, "Ready")],
            page.Items.Select(item => (item.AgentId, item.Duration, item.State)));
        Assert.Equal(Now.ToUnixTimeMilliseconds(), page.UpTo);
    }

    [Theory]
    [InlineData(1, 3, "00 01 02")]
    [InlineData(3, 3, "06 07 08")]
    [InlineData(4, 3, "09")]
    [InlineData(5, 3, "")]
    [InlineData(2147483647, 5000, "")]
    [InlineData(1, 10, "00 01 02 03 04 05 06 07 08 09")]
    public async Task Pages_cover_everything_once(long page, long limit, string minutes)
    {
        for (var i = 0; i < 10; i++)
            await AddAsync("001", $"10:0{i}", $"10:0{i}", "Ready");

        var result = await PageAsync(new AgentStateQuery { Start = At("10:00"), Page = page, Limit = limit });

        Assert.Equal(minutes, string.Join(' ', result.Items.Select(item => UtcText.Write(item.StartAt)[14..16])));
        Assert.Equal((10, (10 + limit - 1) / limit), (result.TotalCount, result.PageCount));
    }

    [Fact]
    public async Task One_agent_can_be_asked_for()
    {
        await AddAsync("001", "10:00", null, "Ready");
        await AddAsync("002", "10:00", null, "Ready");

        Assert.Equal("002", Assert.Single((await PageAsync(new AgentStateQuery { Start = At("09:00"), AgentId = "002" })).Items).AgentId);
        Assert.Empty((await PageAsync(new AgentStateQuery { Start = At("09:00"), AgentId = "' OR 1=1 --" })).Items);
    }

    [Theory]
    [InlineData("2026-02-01T00:00:00Z", "2026-03-04T00:00:00Z", null)]
    [InlineData("2026-02-01T00:00:00Z", "2026-03-04T00:00:00.001Z", "Request window size limit exceeded 31 days")]
    [InlineData("2026-02-01T00:00:00Z", null, "Request window size limit exceeded 31 days")]
    [InlineData("2026-02-30T00:00:00Z", null, "The value is not a date and time (#/start).")]
    [InlineData("2026-03-01T00:00:00Z", "2026-03-01T25:00:00Z", "The value is not a date and time (#/end).")]
    [InlineData("2026-03-02T00:00:00Z", "2026-03-01T00:00:00Z", "The window ends before it starts (#/end).")]
    [InlineData("2026-03-12T00:00:00Z", null, "The window ends before it starts (#/start).")]
    public async Task Windows_have_at_most_31_days(string start, string? end, string? message)
    {
        var outcome = await History.QueryAsync(new AgentStateQuery { Start = start, End = end }, TestContext.Current.CancellationToken);

        Assert.Equal(message, outcome.Failure?.Message);
        Assert.Equal(message is null ? null : FailureKind.InvalidMember, outcome.Failure?.Kind);
    }

    [Fact]
    public async Task A_bound_between_two_milliseconds_is_honoured()
    {
        await AddAsync("001", "10:00", null, "Ready");

        Assert.Single((await PageAsync(new AgentStateQuery { Start = "2026-03-10T10:00:00.0000000Z", End = "2026-03-10T10:00:00.0000001Z" })).Items);
        Assert.Empty((await PageAsync(new AgentStateQuery { Start = "2026-03-10T10:00:00.0000001Z" })).Items);
    }

    private static string At(string time) => $"2026-03-10T{time}:00Z";

    private Task AddAsync(string agent, string start, string? end, string state)
    {
        long Milliseconds(string time) => DateTimeOffset.Parse(At(time), System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        return _temporary.ExecuteAsync(
            "INSERT INTO agent_state_history (agent_id, start_at, end_at, state, description) VALUES (@agent, @startAt, @endAt, @state, 'x')",
            new { agent, startAt = Milliseconds(start), endAt = end is null ? (long?)null : Milliseconds(end), state });
    }

    private async Task<AgentStatePage> PageAsync(AgentStateQuery query)
    {
        var outcome = await History.QueryAsync(query, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }
}
