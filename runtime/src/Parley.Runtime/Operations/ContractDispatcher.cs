namespace Parley;

/// <summary>
/// Base of emitted dispatchers: selects the operation of a call and runs it. A dispatcher is made per call around the handlers and holds no state of its own.
/// </summary>
public abstract class ContractDispatcher
{
    /// <summary>The contract.</summary>
    public abstract ContractDescriptor Contract { get; }

    /// <summary>Finds the operation that a discriminator literal names.</summary>
    /// <param name="method">The resource's method; one of this contract.</param>
    /// <param name="wireName">The unescaped literal as UTF-8.</param>
    /// <returns>The operation, or null when the literal names none.</returns>
    public abstract OperationDescriptor? Select(ResourceMethodDescriptor method, ReadOnlySpan<byte> wireName);

    /// <summary>Validates the body, calls the handler and writes the reply.</summary>
    /// <param name="call">The call; its operation is one of this contract.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    public abstract ValueTask DispatchAsync(OperationCall call, CancellationToken cancellationToken);
}
