using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>The cookie that tells browsers apart.</summary>
internal static class BrowserCookie
{
    private const int MaxLength = 64;

    /// <summary>Its value; null when there is none, or one that the server cannot have given and that sessions shall not carry around.</summary>
    public static string? Read(HttpRequest request, string name) => request.Cookies[name] is { Length: > 0 and <= MaxLength } value ? value : null;
}
