namespace Parley.Pacts.StandInBroker;

/// <summary>A call that is not carried out; the caller gets the status, which is 4xx for a mistake of its own, and the message.</summary>
internal sealed class BrokerRefusalException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static BrokerRefusalException BadRequest(string message) => new(400, message);

    public static BrokerRefusalException NotFound(string message) => new(404, message);
}
