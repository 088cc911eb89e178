using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parley.AspNetCore;

/// <summary>Reads a request body into memory, never more of it than the limit.</summary>
internal static class RequestBody
{
    /// <summary>Reads the whole body.</summary>
    /// <returns>The body, or why it is refused.</returns>
    public static async ValueTask<(ReadOnlyMemory<byte> Body, OperationFailure? Failure)> ReadAsync(
        HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        // A browser sends any other type across origins without asking first, credentials included; asking for JSON closes that door.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType) || !mediaType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return (default, new OperationFailure(FailureKind.MalformedBody, "The body must be sent with Content-Type application/json."));

        if (mediaType.Charset.HasValue && !HeaderUtilities.RemoveQuotes(mediaType.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return (default, new OperationFailure(FailureKind.MalformedBody, "The body must be UTF-8."));

        if (request.ContentLength > maxBytes)
            return (default, TooLarge(maxBytes));

        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 1024) + 1);
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(1), cancellationToken);
            if (read == 0)
                return (body.WrittenMemory, null);

            body.Advance(read);
            if (body.WrittenCount > maxBytes)
                return (default, TooLarge(maxBytes));
        }
    }

    private static OperationFailure TooLarge(int maxBytes) => new(FailureKind.BodyTooLarge, $"The body must be at most {maxBytes} bytes.");
}
