using System.Text;
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
        if (!TryGetEncoding(request.ContentType, out var encoding))
            return (StatusCodes.Status415UnsupportedMediaType, "Messages are application/json, in UTF-8 or a charset that the server knows.");

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

        if (encoding is not null)
        {
            var utf8 = Encoding.Convert(encoding, Encoding.UTF8, into.Written.ToArray());
            into.Clear();
            into.Append(utf8);
        }

        return null;
    }

    /// <summary>Null for UTF-8; a missing content type is JSON in UTF-8.</summary>
    private static bool TryGetEncoding(string? contentType, out Encoding? encoding)
    {
        encoding = null;
        if (string.IsNullOrEmpty(contentType))
            return true;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType.Value is not ("application/json" or "text/json"))
            return false;
        if (type.Charset.Length == 0 || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return true;
        encoding = type.Encoding;
        return encoding is not null;
    }
}
