using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>Refusals below the protocol, as plain text.</summary>
internal static class PlainResponse
{
    /// <summary>Writes status and sentence.</summary>
    public static Task WriteAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain;charset=UTF-8";
        return context.Response.WriteAsync(message, context.RequestAborted);
    }
}
