using System.Security.Claims;

namespace Parley;

/// <summary>Who called which operation. A handler gets it beside the typed request.</summary>
public sealed class OperationContext
{
    /// <summary>The operation that was called.</summary>
    public required OperationDescriptor Operation { get; init; }

    /// <summary>The authenticated caller.</summary>
    public required ClaimsPrincipal User { get; init; }

    /// <summary>
    /// The caller's identifier: what <c>/me</c> in a resource template stands for. Taken from the <see cref="ClaimTypes.NameIdentifier"/>
    /// claim, else from the identity's name; an empty string when the caller is anonymous.
    /// </summary>
    public required string UserId { get; init; }

    /// <summary>
    /// Scheme, host and path base under which the caller reached the server, without a trailing slash: what absolute URIs in replies start with.
    /// Empty when the call came over a Bayeux service channel, which has no URL of its own.
    /// </summary>
    public required string BaseUri { get; init; }
}
