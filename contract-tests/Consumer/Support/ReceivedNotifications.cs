using System.Text;
using System.Text.Json;
using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.SmsSessions;
using Parley;

namespace ContactCenter.ContractTests;

/// <summary>The desktop's handlers of all notifications: they keep what came.</summary>
internal sealed class ReceivedNotifications : IInteractionsNotificationHandler, IChatNotificationHandler, ISmsSessionsNotificationHandler
{
    private readonly List<object> _received = [];

    /// <summary>Hands a message to the production dispatcher of its contract, as the Bayeux client does.</summary>
    /// <typeparam name="TPayload">The payload that the typed handler is to get.</typeparam>
    /// <param name="dispatcher">Makes the dispatcher.</param>
    /// <param name="message">The message: channel and data.</param>
    public static async Task<TPayload> DispatchAsync<TPayload>(Func<ReceivedNotifications, NotificationDispatcher> dispatcher, JsonElement message)
    {
        var received = new ReceivedNotifications();
        var data = Encoding.UTF8.GetBytes(message.GetProperty("data").GetRawText());
        Assert.True(await dispatcher(received).DispatchAsync(message.GetProperty("channel").GetString()!, data));
        return Assert.IsType<TPayload>(Assert.Single(received._received));
    }

    public ValueTask OnInteractionStateMessageAsync(InteractionStateMessage payload, CancellationToken cancellationToken) => Keep(payload);

    public ValueTask OnPropertiesUpdatedAsync(PropertiesUpdated payload, CancellationToken cancellationToken) => Keep(payload);

    public ValueTask OnWorkbinContentAsync(WorkbinContent payload, CancellationToken cancellationToken) => Keep(payload);

    public ValueTask OnChatStateChangedAsync(ChatStateChanged payload, CancellationToken cancellationToken) => Keep(payload);

    public ValueTask OnMessageLogUpdatedAsync(Contracts.Chat.MessageLogUpdated payload, CancellationToken cancellationToken) => Keep(payload);

    public ValueTask OnSmsSessionStateChangedAsync(SmsSessionStateChanged payload, CancellationToken cancellationToken) => Keep(payload);

    public ValueTask OnMessageLogUpdatedAsync(Contracts.SmsSessions.MessageLogUpdated payload, CancellationToken cancellationToken) => Keep(payload);

    private ValueTask Keep(object payload)
    {
        _received.Add(payload);
        return ValueTask.CompletedTask;
    }
}
