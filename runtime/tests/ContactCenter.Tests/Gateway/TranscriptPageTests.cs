using ContactCenter.Interactions;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Gateway;

public sealed class TranscriptPageTests
{
    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 3)]
    [InlineData(1, 0, 3)]
    [InlineData(1, 9, 3)]
    [InlineData(7, 1, 3)]
    public async Task A_page_of_the_transcript_says_where_the_next_begins(long from, long count, long next)
    {
        await using var center = new TestCenter();
        var id = await center.ArriveAsync(Channels.Chat);
        Assert.Equal(next, (await center.Gateway.ReadAsync(Channels.Chat, id, from, count, TestCenter.Cancel))?.NextIndex);
    }
}
