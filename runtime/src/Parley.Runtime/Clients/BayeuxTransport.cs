using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Parley;

/// <summary>Carries Bayeux messages over HTTP POST.</summary>
internal sealed class BayeuxTransport(HttpClient http, Uri endpoint, CsrfEcho csrf, int maxReplyBytes, TimeProvider timeProvider)
{
    private static readonly MediaTypeHeaderValue JsonBody = new("application/json", "UTF-8");

    /// <summary>Sends messages and waits for the replies and events that come back.</summary>
    /// <exception cref="HttpRequestException">The server could not be reached or its HTTP status is not 200.</exception>
    /// <exception cref="TimeoutException">No reply within <paramref name="timeout"/>.</exception>
    /// <exception cref="JsonException">The reply is no array of messages.</exception>
    public async Task<IReadOnlyList<BayeuxMessage>> PostAsync(ReadOnlyMemory<byte> messages, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
            request.Content = new ReadOnlyMemoryContent(messages) { Headers = { ContentType = JsonBody } };
            csrf.Apply(request);

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            csrf.Observe(response);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new HttpRequestException($"{endpoint} answered with HTTP {(int)response.StatusCode}.", null, response.StatusCode);

            using var buffer = new MemoryStream();
            if (!await ReplyReading.ReadAsync(response.Content, maxReplyBytes, buffer, either.Token).ConfigureAwait(false))
                throw new HttpRequestException($"{endpoint} answered with more than {maxReplyBytes} bytes.");
            return BayeuxMessage.ReadAll(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{endpoint} did not answer within {timeout}.", exception);
        }
    }

    /// <summary>Whether a failure may pass: the same request can succeed later.</summary>
    public static bool MayPass(Exception exception) => exception switch
    {
        TimeoutException or JsonException => true,
        HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => false,
        HttpRequestException => true,
        _ => false,
    };
}
