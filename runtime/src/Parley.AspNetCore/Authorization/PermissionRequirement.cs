using Microsoft.AspNetCore.Authorization;

namespace Parley.AspNetCore;

/// <summary>
/// The caller needs one of the permissions that a contract lists for an operation. Met by a role of that name, unless the host adds another
/// <see cref="IAuthorizationHandler"/> that maps its own claims; the resource passed along is the <see cref="OperationContext"/>.
/// </summary>
/// <param name="AnyOf">The permissions, at least one.</param>
public sealed record PermissionRequirement(IReadOnlyList<string> AnyOf) : IAuthorizationRequirement;

internal sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (requirement.AnyOf.Any(context.User.IsInRole))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
