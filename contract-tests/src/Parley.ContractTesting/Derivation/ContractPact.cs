namespace Parley.ContractTesting;

/// <summary>
/// Derives interactions and messages of a pact from a contract. Examples of the manifest come first, then those of the schemas, then samples made from the schemas.
/// Matchers follow the schemas, so that a consumer only writes down what it cares about beyond them.
/// </summary>
public sealed class ContractPact
{
    private readonly ContractDescriptor _contract;
    private readonly ContractSchemas _schemas;

    private ContractPact(ContractDescriptor contract)
    {
        _contract = contract;
        _schemas = ContractSchemas.Load(contract);
    }

    /// <summary>Reads a contract.</summary>
    /// <param name="contract">The emitted <c>…Contract.Descriptor</c>, which carries the source texts.</param>
    public static ContractPact Of(ContractDescriptor contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return new ContractPact(contract);
    }

    /// <summary>An operation of the contract.</summary>
    /// <param name="name">Its documented name, such as <c>Accept</c>.</param>
    /// <exception cref="ArgumentException">The contract has no such operation.</exception>
    public OperationPact Operation(string name)
    {
        var operation = _contract.Operations.FirstOrDefault(operation => operation.Name == name)
            ?? throw Unknown("operation", name, _contract.Operations.Select(operation => operation.Name));
        return new OperationPact(_contract.Name, operation, _schemas);
    }

    /// <summary>Derives the message that carries a notification: <c>{"channel":…,"data":…}</c>.</summary>
    /// <param name="name">The notification's name in the manifest.</param>
    /// <param name="example">Which of the payload schema's examples, from 0.</param>
    /// <exception cref="ArgumentException">The contract has no such notification, or its payload no such example.</exception>
    public NotificationMessage Notification(string name, int example = 0)
    {
        var notification = _contract.Notifications.FirstOrDefault(notification => notification.Name == name)
            ?? throw Unknown("notification", name, _contract.Notifications.Select(notification => notification.Name));
        var payload = _schemas.PayloadOf(name);
        var data = _schemas.Matchers.Of(payload, _schemas.Example(payload, example), MatchedSide.Received);
        return NotificationMessage.Of(_contract.Name, notification, data);
    }

    private ArgumentException Unknown(string what, string name, IEnumerable<string> known) =>
        new($"The contract {_contract.Name} has no {what} '{name}'. It has: {string.Join(", ", known)}.", nameof(name));
}
