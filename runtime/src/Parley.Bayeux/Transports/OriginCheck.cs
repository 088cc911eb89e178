using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>
/// Browsers send cookies and credentials along with a WebSocket, or a POST without a content type, of any page, and no CORS rule stops them:
/// the Origin header is all there is.
/// </summary>
internal static class OriginCheck
{
    /// <summary>Whether the page that sends the request may talk to the server.</summary>
    public static bool Allows(HttpRequest request, IList<string> allowed)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || allowed.Contains("*") || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase))
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsOwn(request, page);
    }

    private static bool IsOwn(HttpRequest request, Uri page)
    {
        // Behind a proxy that ends TLS the page is https while the request is http; the other way round it is never the same site.
        if (page.Scheme != Uri.UriSchemeHttps && (page.Scheme != Uri.UriSchemeHttp || request.IsHttps))
            return false;
        var port = request.Host.Port ?? (page.IsDefaultPort ? page.Port : -1);
        return page.Port == port && string.Equals(page.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase);
    }
}
