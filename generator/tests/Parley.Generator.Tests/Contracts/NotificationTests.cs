namespace Parley.Generator.Tests.Contracts;

public sealed class NotificationTests
{
    private const string Subscriber = """
        private sealed class Sink : INotificationSink
        {
            public List<(string Recipient, NotificationDescriptor Notification, ReadOnlyMemory<byte> Data)> Published { get; } = new();

            public void Publish(string recipient, NotificationDescriptor notification, ReadOnlyMemory<byte> data) => Published.Add((recipient, notification, data));
        }

        private sealed class Subscriber : ITicketsNotificationHandler
        {
            public List<string> Heard { get; } = new();

            public ValueTask OnTicketChangedAsync(TicketChanged payload, CancellationToken cancellationToken) { Heard.Add($"ticket {payload.Id} {payload.State}"); return default; }

            public ValueTask OnDeskQuietAsync(DeskQuiet payload, CancellationToken cancellationToken) { Heard.Add($"desk {payload.Desk}"); return default; }
        }

        """;

    [Fact]
    public async Task What_is_published_reaches_the_handler_of_its_kind()
    {
        var heard = await TicketsContract.ProbeAsync(Subscriber + """
            public static async Task<string> RunAsync()
            {
                var sink = new Sink();
                var notifications = new TicketsNotifications(sink);
                notifications.TicketChanged("anna", new TicketChanged { Id = "17", State = "Open" });
                notifications.DeskQuiet("ben", new DeskQuiet { Desk = "north" });

                var subscriber = new Subscriber();
                var dispatcher = new TicketsNotificationDispatcher(subscriber);
                foreach (var (recipient, notification, data) in sink.Published)
                    subscriber.Heard.Add($"{recipient} {notification.Name} {await dispatcher.DispatchAsync(notification.Channel, data)}");
                return string.Join("\n", subscriber.Heard.Append(string.Join(",", dispatcher.Channels)));
            }
            """);

        Assert.Equal(
            """
            ticket 17 Open
            anna TicketChanged True
            desk north
            ben DeskQuiet True
            /me/tickets
            """,
            heard);
    }

    [Fact]
    public async Task What_is_no_notification_of_the_contract_is_left_alone_and_a_broken_one_is_an_exception()
    {
        var heard = await TicketsContract.ProbeAsync(Subscriber + """
            public static async Task<string> RunAsync()
            {
                var subscriber = new Subscriber();
                var dispatcher = new TicketsNotificationDispatcher(subscriber);
                foreach (var (channel, data) in new[]
                {
                    ("/me/tickets", "{\"kind\":\"printer\"}"), ("/me/tickets", "{}"), ("/me/tickets", "nonsense"), ("/me/other", "{\"kind\":\"desk\",\"desk\":\"north\"}"),
                    ("/me/tickets", "{\"extra\":1,\"kind\":\"desk\",\"desk\":\"north\"}"), ("/me/tickets", "{\"kind\":\"desk\"}"),
                })
                {
                    try
                    {
                        subscriber.Heard.Add($"{await dispatcher.DispatchAsync(channel, Encoding.UTF8.GetBytes(data))}");
                    }
                    catch (InvalidNotificationException exception)
                    {
                        subscriber.Heard.Add($"{exception.Notification.Name} {exception.Errors[0].Keyword}");
                    }
                }

                return string.Join("\n", subscriber.Heard);
            }
            """);

        Assert.Equal(
            """
            False
            False
            False
            False
            desk north
            True
            DeskQuiet required
            """,
            heard);
    }
}
