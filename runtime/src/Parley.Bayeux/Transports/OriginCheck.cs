using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>Browsers send cookies and credentials along with a WebSocket of any page, and no CORS rule stops them: the Origin header is all there is.</summary>
internal static class OriginCheck
{
    /// <summary>Whether the request may become a WebSocket.</summary>
    public static bool Allows(HttpRequest request, IList<string> allowed)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || allowed.Contains("*") || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase))
            return true;
        return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
