using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Parley;

/// <summary>Turns a reply into an outcome.</summary>
internal static class ReplyReading
{
    // Several kinds may share a code and a status; the first of this order is the one that tells a caller most.
    private static readonly FailureKind[] ByUsefulness =
    [
        FailureKind.InvalidMember, FailureKind.MissingMember, FailureKind.NotAuthenticated, FailureKind.PermissionDenied, FailureKind.Forbidden,
        FailureKind.NotFound, FailureKind.WrongState, FailureKind.UnknownOperation, FailureKind.BodyTooLarge, FailureKind.MalformedBody, FailureKind.InternalError,
    ];

    /// <summary>Reads a body within a limit.</summary>
    /// <returns>Whether the body is within the limit; when it is not, <paramref name="buffer"/> holds its beginning.</returns>
    public static async Task<bool> ReadAsync(HttpContent content, int maxBytes, MemoryStream buffer, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var chunk = new byte[Math.Min(maxBytes, 16 * 1024)];
            int read;
            while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > maxBytes)
                    return false;
            }

            return true;
        }
    }

    /// <summary>Whether a reply says that it is JSON: <c>application/json</c> or a type that ends in <c>+json</c>.</summary>
    public static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } name
        && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a success for a 2xx status, else a failure of the operation's envelope or of the one used before the operation is known.</summary>
    /// <returns>Whether the body is one of these.</returns>
    public static bool TryRead<TSuccess>(
        OperationDescriptor operation, int status, ReadOnlySpan<byte> body, JsonReaderOptions options, [NotNullWhen(true)] out Outcome<TSuccess>? outcome)
        where TSuccess : class, IJsonType<TSuccess>
    {
        if (status is >= 200 and < 300 && TSuccess.TryRead(body, out var success, options))
            outcome = success;
        else if (TryReadFailure(operation.Envelope, status, body, out var failure) || TryReadFailure(operation.MethodEnvelope, status, body, out failure))
            outcome = failure;
        else
            outcome = null;
        return outcome is not null;
    }

    private static bool TryReadFailure(EnvelopeDescriptor? envelope, int status, ReadOnlySpan<byte> body, [NotNullWhen(true)] out OperationFailure? failure)
    {
        failure = envelope?.ReadFailure(body) is { } read
            ? new OperationFailure(KindOf(envelope, read.Code, status), read.Message ?? "The server gave no reason.") { Code = read.Code, HttpStatus = status }
            : null;
        return failure is not null;
    }

    /// <summary>The failure table in reverse: code and status, else code, else status, else an internal error.</summary>
    private static FailureKind KindOf(EnvelopeDescriptor envelope, long? code, int status)
    {
        FailureKind? byCode = null;
        FailureKind? byStatus = null;
        foreach (var kind in ByUsefulness)
        {
            if (!envelope.Failures.TryGetValue(kind, out var documented))
                continue;

            var sameStatus = documented.HttpStatus == status;
            var sameCode = code is null || documented.Code == code;
            if (sameStatus && sameCode)
                return kind;
            if (sameCode && code is not null)
                byCode ??= kind;
            if (sameStatus)
                byStatus ??= kind;
        }

        return byCode ?? byStatus ?? FailureKind.InternalError;
    }
}
