using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parley.AspNetCore;

/// <summary>Answers requests for the reference.</summary>
internal sealed class ReferenceEndpoint(ReferencePage page)
{
    public async Task HandleAsync(HttpContext context)
    {
        var content = Choose(context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.ETag = content.Tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        // Kept, but asked for each time: a new version of the program has new contracts.
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = page.Policy + "; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        if (IsKnown(context.Request.GetTypedHeaders().IfNoneMatch, content.Tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = content.Bytes.Length;
        if (content.Encoding is not null)
            headers.ContentEncoding = content.Encoding;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(content.Bytes, context.RequestAborted);
    }

    private ReferenceContent Choose(IList<StringWithQualityHeaderValue> accepted)
    {
        if (Accepts("br"))
            return page.Brotli;
        return Accepts("gzip") ? page.Gzip : page.Plain;

        bool Accepts(string encoding) =>
            accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);
    }

    private static bool IsKnown(IList<EntityTagHeaderValue> known, string tag) =>
        known.Any(value => value.Equals(EntityTagHeaderValue.Any) || value.Tag == tag);
}
