namespace Parley;

/// <summary>
/// Why an operation failed, independent of how a contract words it. A contract's envelope maps each kind to the code and HTTP status
/// that its documentation promises (<see cref="EnvelopeDescriptor.Failures"/>).
/// </summary>
public enum FailureKind
{
    /// <summary>The body is not JSON, is not a JSON object, or is not valid UTF-8.</summary>
    MalformedBody,

    /// <summary>The body is larger or nested deeper than the host allows.</summary>
    BodyTooLarge,

    /// <summary>The discriminator is missing or names no operation of the resource.</summary>
    UnknownOperation,

    /// <summary>A required member or parameter is missing.</summary>
    MissingMember,

    /// <summary>A member or parameter breaks a rule of its schema, or names something that does not exist.</summary>
    InvalidMember,

    /// <summary>The operation is not allowed in the current state of the resource.</summary>
    WrongState,

    /// <summary>The operation is forbidden to anyone in this situation, whatever their permissions.</summary>
    Forbidden,

    /// <summary>The caller lacks a permission or a feature.</summary>
    PermissionDenied,

    /// <summary>The caller is not authenticated.</summary>
    NotAuthenticated,

    /// <summary>The resource does not exist, or the caller may not know that it does.</summary>
    NotFound,

    /// <summary>The server failed; nothing was changed.</summary>
    InternalError,
}
