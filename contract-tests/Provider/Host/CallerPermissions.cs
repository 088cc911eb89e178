using System.Security.Claims;
using ContactCenter.Accounts;
using Microsoft.AspNetCore.Authentication;
using Parley.AspNetCore;

namespace ContactCenter.Provider.Host;

/// <summary>Gives the caller the permissions that the provider state says, in place of those of the account.</summary>
internal sealed class CallerPermissions : IClaimsTransformation
{
    /// <summary>What chats and SMS sessions need.</summary>
    public const string Feature = "api-multimedia";

    /// <summary>By default those of an agent.</summary>
    public IReadOnlyList<string> Current { get; set; } = [Permission.Agent];

    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) != People.Caller)
            return Task.FromResult(principal);

        var claims = principal.Claims.Where(claim => claim.Type is not (ClaimTypes.Role or FeatureRequirement.ClaimType))
            .Concat(Current.Select(permission => new Claim(ClaimTypes.Role, permission)))
            .Append(new Claim(FeatureRequirement.ClaimType, Feature));
        return Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(claims, principal.Identity!.AuthenticationType)));
    }
}
