using System.Text;
using Parley.Tests.Operations;

namespace Parley.Tests.Notifications;

public sealed class NotificationTests
{
    private static readonly NotificationDescriptor Greeted = new() { Name = "Greeted", Channel = "/v2/me/greetings" };

    [Fact]
    public async Task What_a_publisher_writes_a_dispatcher_reads()
    {
        var sink = new RecordingSink();
        var dispatcher = new GreetingDispatcher();

        sink.Publish("anna", Greeted, new Greeting("hello"));
        var (recipient, notification, data) = Assert.Single(sink.Published);

        Assert.Equal("anna", recipient);
        Assert.Same(Greeted, notification);
        Assert.True(await dispatcher.DispatchAsync(notification.Channel, data, TestContext.Current.CancellationToken));
        Assert.Equal([new Greeting("hello")], dispatcher.Received);
    }

    [Fact]
    public async Task A_message_that_breaks_the_schema_says_where()
    {
        var exception = await Assert.ThrowsAsync<InvalidNotificationException>(async () =>
            await new GreetingDispatcher().DispatchAsync(Greeted.Channel, "{}"u8.ToArray(), TestContext.Current.CancellationToken));

        Assert.Same(Greeted, exception.Notification);
        Assert.Contains("Greeted", exception.Message);
        Assert.Contains("'name'", exception.Message);
    }

    [Theory]
    [InlineData("""{"type":"a"}""", true)]
    [InlineData("""{"x":{"type":"c"},"type":"b"}""", true)]
    [InlineData("""{"type":"\u0061"}""", true)]
    [InlineData("""{"type":"c"}""", false)]
    [InlineData("""{"type":1}""", false)]
    [InlineData("""{"other":"a"}""", false)]
    [InlineData("""["a"]""", false)]
    [InlineData("nonsense", false)]
    public void A_selector_looks_at_the_top_level_member_only(string data, bool expected) =>
        Assert.Equal(expected, NotificationSelector.Matches(Encoding.UTF8.GetBytes(data), "type"u8, ["a", "b"]));

    private sealed class RecordingSink : INotificationSink
    {
        public List<(string Recipient, NotificationDescriptor Notification, ReadOnlyMemory<byte> Data)> Published { get; } = [];

        public void Publish(string recipient, NotificationDescriptor notification, ReadOnlyMemory<byte> data) => Published.Add((recipient, notification, data));
    }

    private sealed class GreetingDispatcher : NotificationDispatcher
    {
        public List<Greeting> Received { get; } = [];

        public override IReadOnlyList<string> Channels => [Greeted.Channel];

        public override ValueTask<bool> DispatchAsync(string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default)
        {
            Received.Add(Read<Greeting>(Greeted, data));
            return HandledAsync(ValueTask.CompletedTask);
        }
    }
}
