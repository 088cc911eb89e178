using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parley.Bayeux;

/// <summary>Reads the body of a POST, within bounds.</summary>
internal static class RequestBody
{
    /// <summary>Reads the body as UTF-8.</summary>
    /// <param name="request">The request.</param>
    /// <param name="into">Receives the body.</param>
    /// <param name="maxBytes">Most bytes.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>A refusal, or null.</returns>
    public static async ValueTask<(int Status, string Message)?> ReadAsync(HttpRequest request, PooledBuffer into, int maxBytes, CancellationToken cancellationToken)
    {
        if (!IsUtf8Json(request.ContentType))
            return (StatusCodes.Status415UnsupportedMediaType, "Messages are application/json in UTF-8.");

        var tooLarge = (StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"The body is larger than {maxBytes} bytes."));
        if (request.ContentLength > maxBytes)
            return tooLarge;

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            foreach (var segment in read.Buffer)
            {
                if (into.Length + segment.Length > maxBytes)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return tooLarge;
                }

                into.Append(segment.Span);
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        return null;
    }

    private static bool IsUtf8Json(string? contentType)
    {
        // Some clients send no type at all; the others are what CometD's and Faye's send, which need no parsing.
        if (contentType is null or "" or "application/json;charset=UTF-8" or "application/json")
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
