using ContactCenter.Interactions;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Conversations;

public sealed class HistoryTests
{
    [Fact]
    public async Task Who_was_typing_is_not_part_of_the_history()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var id = await center.ArriveAsync(Channels.Chat);
        Assert.Null(await center.Gateway.TypeAsync(Channels.Chat, id, TestCenter.Operation(), true, TestCenter.Cancel));
        center.Messages.Take();
        Assert.Null(await center.Accepting.AcceptAsync(id, TestCenter.By("a"), "A", TestCenter.Cancel));
        Assert.Null(await center.Conversations.RequestHistoryAsync(id, TestCenter.By("a"), 0, TestCenter.Cancel));
        var logs = center.Messages.Take().Where(line => line.StartsWith("a log", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Repeat("a log 1:ParticipantJoined 2:Text 4:ParticipantJoined", 2), logs);
    }
}
