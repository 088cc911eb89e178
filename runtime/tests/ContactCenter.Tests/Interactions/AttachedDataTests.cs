using ContactCenter.Gateway;
using ContactCenter.Interactions;
using ContactCenter.Tests.Support;
using Parley;

namespace ContactCenter.Tests.Interactions;

public sealed class AttachedDataTests
{
    [Theory]
    [InlineData("#/properties")]
    [InlineData("#")]
    public async Task Updates_stop_at_64_KiB_of_JSON(string pointer)
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Email);
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a"), null, TestCenter.Cancel));
        // {"x":"…"} is 8 bytes besides the text; each letter takes two.
        Assert.Null(await UpdateAsync(new string('ж', (64 * 1024 - 8) / 2)));
        var refused = await UpdateAsync(new string('ж', (64 * 1024 - 6) / 2));
        Assert.Equal(FailureKind.InvalidMember, refused?.Kind);
        Assert.EndsWith($"({pointer}).", refused!.Message, StringComparison.Ordinal);
        Assert.Equal(64 * 1024, await center.Temporary.ScalarAsync<long>("SELECT length(CAST(user_data AS BLOB)) FROM interactions"));

        ValueTask<OperationFailure?> UpdateAsync(string text) =>
            center.Properties.UpdateAsync(id, TestCenter.By("a"), [new("x", $"\"{text}\"")], pointer, TestCenter.Cancel);
    }

    [Fact]
    public async Task Nothing_arrives_with_more()
    {
        await using var center = new TestCenter();
        await center.ArriveAsync(Channels.Email);
        var (_, failure) = await center.Gateway.OpenAsync(
            new Arrival { Channel = Channels.Chat, Nickname = "Maria", UserData = $$"""{"x":"{{new string('x', 64 * 1024)}}"}""" }, TestCenter.Cancel);
        Assert.Equal(FailureKind.InvalidMember, failure?.Kind);
        Assert.Contains("#/userData", failure!.Message, StringComparison.Ordinal);
        Assert.Equal(1, await center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM interactions"));
    }
}
