using System.Diagnostics.CodeAnalysis;

namespace Parley;

/// <summary>The result of an operation: its success message, or a failure. Both convert implicitly, so a handler returns either.</summary>
/// <typeparam name="TSuccess">The success message of the operation's contract.</typeparam>
public readonly struct Outcome<TSuccess>
    where TSuccess : class
{
    private Outcome(TSuccess? value, OperationFailure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>The success message, or null when the operation failed.</summary>
    public TSuccess? Value { get; }

    /// <summary>The failure, or null when the operation succeeded.</summary>
    public OperationFailure? Failure { get; }

    /// <summary>Whether the operation succeeded.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Value is not null;

    /// <summary>A successful outcome.</summary>
    public static implicit operator Outcome<TSuccess>(TSuccess value) => new(value ?? throw new ArgumentNullException(nameof(value)), null);

    /// <summary>A failed outcome.</summary>
    public static implicit operator Outcome<TSuccess>(OperationFailure failure) => new(null, failure ?? throw new ArgumentNullException(nameof(failure)));
}
