using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Parley.AspNetCore;

/// <summary>The HTTP side of a route group.</summary>
internal sealed class OperationEndpoint(OperationRouteGroup group, OperationRunner runner, ParleyOptions options)
{
    public async Task HandleAsync(HttpContext http)
    {
        var output = new ArrayBufferWriter<byte>(256);
        var request = new OperationRequest(
            group,
            group.Parameters.ValuesOf(http),
            default,
            http.User,
            $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}",
            http.RequestServices);

        int status;
        if (group.NeedsIdentity && http.User.Identity is not { IsAuthenticated: true })
        {
            status = runner.RefuseStranger(request, output);
        }
        else
        {
            var (body, failure) = await ReadAsync(http);
            request = request with { Body = body };
            status = failure is null
                ? await runner.RunAsync(request, output, http.RequestAborted)
                : await runner.RefuseAsync(request, failure, output, http.RequestAborted);
        }

        http.Response.StatusCode = status;
        // Exactly this, without a charset: clients of the documented APIs compare the whole header.
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = output.WrittenCount;
        await http.Response.Body.WriteAsync(output.WrittenMemory, http.RequestAborted);
    }

    private async ValueTask<(ReadOnlyMemory<byte> Body, OperationFailure? Failure)> ReadAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(group.Method) && !HttpMethods.IsDelete(group.Method))
        {
            try
            {
                return await RequestBody.ReadAsync(http.Request, options.MaxBodyBytes, http.RequestAborted);
            }
            catch (BadHttpRequestException exception)
            {
                // Kestrel's own limits: too large, too slow, or cut off within a chunk.
                return (default, new OperationFailure(FailureKind.MalformedBody, $"The body could not be read: {exception.Message}"));
            }
        }

        var query = new ArrayBufferWriter<byte>();
        QueryJson.Write(
            group.Default.Method.Query,
            http.Request.Query.Select(parameter => KeyValuePair.Create<string, IReadOnlyList<string?>>(parameter.Key, parameter.Value)),
            query);
        return (query.WrittenMemory, null);
    }
}
