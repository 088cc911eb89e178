using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Parley.Tests.Clients;

/// <summary>A server without a network: answers every request by a function and remembers what it was asked.</summary>
internal sealed class StubServer(Func<StubServer.Request, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<Request> Requests { get; } = [];

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public HttpClient Client(string address = "http://server/base/") => new(this) { BaseAddress = new Uri(address) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new Request(request.Method.Method, request.RequestUri!.AbsoluteUri, body, request.Content?.Headers.ContentType?.ToString(), request.Headers);
        Requests.Add(seen);
        return answer(seen);
    }

    internal sealed record Request(string Method, string Uri, string? Body, string? ContentType, HttpRequestHeaders Headers);
}
