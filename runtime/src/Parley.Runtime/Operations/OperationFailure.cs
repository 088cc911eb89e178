namespace Parley;

/// <summary>A failed operation: what kind of failure, and a sentence for the caller. Never holds internals such as a stack trace.</summary>
/// <param name="Kind">What went wrong; decides the code and the HTTP status through the operation's envelope.</param>
/// <param name="Message">A sentence that names the place (JSON pointer, parameter or resource) and the rule.</param>
public sealed record OperationFailure(FailureKind Kind, string Message)
{
    /// <summary>For a client: the code that the server sent, which may be finer than <see cref="Kind"/>. Null in an envelope without codes; a handler leaves it null.</summary>
    public long? Code { get; init; }

    /// <summary>For a client: the HTTP status that the server sent. A handler leaves it null.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The operation is not allowed in the state the resource is in.</summary>
    public static OperationFailure WrongState(string message) => new(FailureKind.WrongState, message);

    /// <summary>A member names something that does not exist or may not be used.</summary>
    public static OperationFailure InvalidMember(string message) => new(FailureKind.InvalidMember, message);

    /// <summary>The operation is forbidden in this situation.</summary>
    public static OperationFailure Forbidden(string message) => new(FailureKind.Forbidden, message);

    /// <summary>The caller lacks a permission or feature.</summary>
    public static OperationFailure PermissionDenied(string message) => new(FailureKind.PermissionDenied, message);

    /// <summary>The resource does not exist for this caller.</summary>
    public static OperationFailure NotFound(string message) => new(FailureKind.NotFound, message);
}
