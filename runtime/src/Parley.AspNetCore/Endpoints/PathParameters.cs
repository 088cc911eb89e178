using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Parley.AspNetCore;

/// <summary>The parameters of a URL template, and their values in a request, unescaped exactly once.</summary>
internal sealed class PathParameters
{
    private const string EscapedSlash = "%2F";

    private readonly IReadOnlyList<(string Name, int FromEnd)> _parameters;

    /// <summary>Those of a template such as <c>/api/v2/me/interactions/{id}</c>, in which each parameter is a whole segment.</summary>
    public PathParameters(string template)
    {
        var segments = template.Split('/');
        _parameters = [.. segments.Index()
            .Where(segment => segment.Item.StartsWith('{'))
            .Select(segment => (segment.Item[1..^1], segments.Length - segment.Index))];
    }

    /// <summary>The values in template order.</summary>
    public IReadOnlyList<string> ValuesOf(HttpContext http)
    {
        var values = new string[_parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (name, fromEnd) = _parameters[i];
            var routed = (string)http.Request.RouteValues[name]!;
            values[i] = routed.Contains(EscapedSlash, StringComparison.OrdinalIgnoreCase) ? UnescapeSlashes(routed, SentSegment(http, fromEnd)) : routed;
        }

        return values;
    }

    // Servers unescape the path before it is routed, all but the slash: in a routed value "%2F" was sent as "%2F" or as "%252F", and only what was sent can tell.
    private static string UnescapeSlashes(string routed, string? sent)
    {
        if (sent is not null && Uri.UnescapeDataString(sent.Replace("%2F", "%252F").Replace("%2f", "%252f")) == routed)
            return Uri.UnescapeDataString(sent);

        // The path was rewritten on its way here.
        return routed.Replace(EscapedSlash, "/", StringComparison.OrdinalIgnoreCase);
    }

    // Counted from the end: in front may stand a path base, a group's prefix, or scheme and host.
    private static string? SentSegment(HttpContext http, int fromEnd)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var segments = (query < 0 ? target : target[..query]).TrimEnd('/').Split('/');
        return fromEnd <= segments.Length ? segments[^fromEnd] : null;
    }
}
