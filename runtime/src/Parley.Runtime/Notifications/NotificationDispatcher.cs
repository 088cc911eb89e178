namespace Parley;

/// <summary>Base of emitted notification dispatchers: reads the data of a channel's message and calls the typed handler for it.</summary>
public abstract class NotificationDispatcher
{
    /// <summary>The channels to subscribe to, each once.</summary>
    public abstract IReadOnlyList<string> Channels { get; }

    /// <summary>Hands a message to its handler.</summary>
    /// <param name="channel">The channel that it came on.</param>
    /// <param name="data">Its data as UTF-8 JSON.</param>
    /// <param name="cancellationToken">Given to the handler.</param>
    /// <returns>Whether the message is one of the contract's notifications; false leaves it to another dispatcher.</returns>
    /// <exception cref="InvalidNotificationException">The message claims to be a notification of the contract and breaks its schema.</exception>
    public abstract ValueTask<bool> DispatchAsync(string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default);

    /// <summary>Awaits a handler.</summary>
    /// <param name="handling">The handler's work.</param>
    /// <returns>True: the message was one of the contract's notifications.</returns>
    protected static async ValueTask<bool> HandledAsync(ValueTask handling)
    {
        await handling.ConfigureAwait(false);
        return true;
    }

    /// <summary>Reads a payload.</summary>
    /// <typeparam name="TPayload">The payload type.</typeparam>
    /// <param name="notification">The notification that the message claims to be.</param>
    /// <param name="data">The message's data.</param>
    /// <exception cref="InvalidNotificationException">The data breaks the payload's schema.</exception>
    protected static TPayload Read<TPayload>(NotificationDescriptor notification, ReadOnlyMemory<byte> data)
        where TPayload : class, IJsonType<TPayload> =>
        TPayload.TryRead(data.Span, out var payload) ? payload : throw new InvalidNotificationException(notification, TPayload.Explain(data.Span));
}

/// <summary>A message claims to be a notification of a contract and breaks its schema.</summary>
/// <param name="notification">The notification.</param>
/// <param name="errors">What is wrong with the message.</param>
public sealed class InvalidNotificationException(NotificationDescriptor notification, SchemaErrors errors)
    : Exception($"The message on {notification.Channel} is no valid {notification.Name}: {errors}")
{
    /// <summary>The notification.</summary>
    public NotificationDescriptor Notification => notification;

    /// <summary>What is wrong with the message.</summary>
    public SchemaErrors Errors => errors;
}
