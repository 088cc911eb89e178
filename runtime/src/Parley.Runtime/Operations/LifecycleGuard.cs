namespace Parley;

/// <summary>The lifecycle rules that every contract shares; emitted lifecycles call it.</summary>
public static class LifecycleGuard
{
    /// <summary>Whether an operation is allowed in a state. An operation without states is allowed in any.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="state">The literal of the state.</param>
    public static bool Allows(OperationDescriptor operation, string state)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var from = operation.From;
        for (var i = 0; i < from.Count; i++)
        {
            if (string.Equals(from[i], state, StringComparison.Ordinal))
                return true;
        }

        return from.Count == 0;
    }

    /// <summary>Refuses an operation that is not allowed in a state.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="state">The literal of the state.</param>
    /// <returns>Null when it is allowed; else a <see cref="FailureKind.WrongState"/> that names operation, state and the allowed states.</returns>
    public static OperationFailure? Check(OperationDescriptor operation, string state) =>
        Allows(operation, state)
            ? null
            : OperationFailure.WrongState(
                $"{operation.WireName ?? operation.Name} is not allowed in state {state}; it is allowed in {string.Join(", ", operation.From)}.");
}
