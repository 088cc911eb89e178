using System.Security.Claims;

namespace Parley.AspNetCore;

/// <summary>A call before its operation is known, from whichever transport.</summary>
internal sealed record OperationRequest(
    OperationRouteGroup Group,
    IReadOnlyList<string> PathValues,
    ReadOnlyMemory<byte> Body,
    ClaimsPrincipal User,
    string BaseUri,
    IServiceProvider Services)
{
    public string UserId { get; } = UserIdOf(User);

    private static string UserIdOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.Identity?.Name ?? "";
}
