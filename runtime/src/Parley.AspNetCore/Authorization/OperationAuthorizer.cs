using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;

namespace Parley.AspNetCore;

/// <summary>Holds callers to what an operation's contract asks of them.</summary>
internal sealed class OperationAuthorizer(IAuthorizationService authorization)
{
    private readonly ConcurrentDictionary<OperationDescriptor, IAuthorizationRequirement[]> _requirements = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns why the caller may not, or null.</summary>
    public async ValueTask<OperationFailure?> RefuseAsync(OperationContext context)
    {
        var requirements = _requirements.GetOrAdd(context.Operation, RequirementsOf);
        if (requirements.Length == 0)
            return null;

        if (context.User.Identity is not { IsAuthenticated: true })
            return new OperationFailure(FailureKind.NotAuthenticated, "Access denied");

        var result = await authorization.AuthorizeAsync(context.User, context, requirements);
        return result.Succeeded ? null : Describe(context.Operation, result.Failure.FailedRequirements);
    }

    private static IAuthorizationRequirement[] RequirementsOf(OperationDescriptor operation)
    {
        var features = operation.Features.Select(IAuthorizationRequirement (feature) => new FeatureRequirement(feature));
        return operation.Permissions.Count == 0 ? [.. features] : [new PermissionRequirement(operation.Permissions), .. features];
    }

    private static OperationFailure Describe(OperationDescriptor operation, IEnumerable<IAuthorizationRequirement> failed)
    {
        var needs = failed.Select(requirement => requirement switch
        {
            PermissionRequirement permission => $"the permission {string.Join(" or ", permission.AnyOf)}",
            FeatureRequirement feature => $"the feature {feature.Feature}",
            _ => "a permission that the caller lacks",
        });
        return OperationFailure.PermissionDenied($"{operation.Name} needs {string.Join(" and ", needs)}.");
    }
}
