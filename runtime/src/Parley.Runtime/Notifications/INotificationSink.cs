namespace Parley;

/// <summary>
/// Takes the notifications that an operation causes. A durable implementation belongs to the handler's unit of work and commits them in the same
/// transaction as the state change; an emitted publisher writes to it and knows nothing of delivery.
/// </summary>
public interface INotificationSink
{
    /// <summary>Takes one notification.</summary>
    /// <param name="recipient">Whom <c>/me/</c> in the channel stands for.</param>
    /// <param name="notification">Which notification.</param>
    /// <param name="data">The payload as UTF-8 JSON; the sink may keep it.</param>
    void Publish(string recipient, NotificationDescriptor notification, ReadOnlyMemory<byte> data);
}
