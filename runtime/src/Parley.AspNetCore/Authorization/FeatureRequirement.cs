using Microsoft.AspNetCore.Authorization;

namespace Parley.AspNetCore;

/// <summary>
/// The caller needs a feature that a contract asks for. Met by a claim of type <see cref="ClaimType"/>, unless the host adds another
/// <see cref="IAuthorizationHandler"/>; the resource passed along is the <see cref="OperationContext"/>.
/// </summary>
/// <param name="Feature">The feature, such as <c>api-multimedia</c>.</param>
public sealed record FeatureRequirement(string Feature) : IAuthorizationRequirement
{
    /// <summary>The claim type that names a feature of the caller.</summary>
    public const string ClaimType = "feature";
}

internal sealed class FeatureHandler : AuthorizationHandler<FeatureRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FeatureRequirement requirement)
    {
        if (context.User.HasClaim(FeatureRequirement.ClaimType, requirement.Feature))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
