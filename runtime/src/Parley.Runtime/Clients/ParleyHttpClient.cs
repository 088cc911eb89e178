using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Parley;

/// <summary>
/// Sends the operations of any contract over HTTP; emitted clients put the types on it. One instance serves all contracts of one server and is safe for
/// concurrent use. Cookies, authentication and retries are matters of the <see cref="HttpClient"/> that it is given.
/// </summary>
public sealed class ParleyHttpClient
{
    private static readonly MediaTypeHeaderValue JsonBody = new("application/json", "UTF-8");
    private static readonly MediaTypeWithQualityHeaderValue JsonReply = new("application/json");
    private readonly HttpClient _http;
    private readonly ParleyHttpClientOptions _options;
    private readonly CsrfEcho _csrf = new();

    /// <summary>Makes a client.</summary>
    /// <param name="http">Sends the requests; its <see cref="HttpClient.BaseAddress"/> is the server's address, to which the templates are appended. Not disposed.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">The HTTP client has no base address.</exception>
    public ParleyHttpClient(HttpClient http, ParleyHttpClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http.BaseAddress is null ? throw new ArgumentException("The HttpClient needs a BaseAddress.", nameof(http)) : http;
        _options = (options ?? new ParleyHttpClientOptions()).Checked();
    }

    /// <summary>Opens a notification session on the same server. The session shares this client's connection, cookies and CSRF token.</summary>
    /// <param name="path">The Bayeux endpoint's path, such as <c>/api/v2/notifications</c>.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <returns>A client that has not yet shaken hands.</returns>
    public BayeuxClient CreateBayeuxClient(string path, BayeuxClientOptions? options = null, TimeProvider? timeProvider = null) =>
        new(_http, Resolve(path), options, timeProvider, _csrf);

    /// <summary>Calls an operation that has a request body.</summary>
    /// <typeparam name="TRequest">The request type.</typeparam>
    /// <typeparam name="TSuccess">The success type.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="pathValues">Values of the template's parameters, not escaped, in template order.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The success or the documented failure.</returns>
    /// <exception cref="ArgumentException">A path value cannot be a path segment.</exception>
    /// <exception cref="HttpRequestException">The server could not be reached.</exception>
    /// <exception cref="ParleyResponseException">The reply is nothing that the contract documents.</exception>
    public ValueTask<Outcome<TSuccess>> SendAsync<TRequest, TSuccess>(
        OperationDescriptor operation, ReadOnlySpan<string> pathValues, TRequest request, CancellationToken cancellationToken)
        where TRequest : class, IJsonType<TRequest>
        where TSuccess : class, IJsonType<TSuccess>
    {
        var uri = OperationUri.Fill(operation.Template, pathValues).ToString();
        return SendAsync<TSuccess>(operation, uri, Write(request), cancellationToken);
    }

    /// <summary>Calls an operation that has query parameters.</summary>
    /// <typeparam name="TQuery">The record of the query parameters.</typeparam>
    /// <typeparam name="TSuccess">The success type.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="pathValues">Values of the template's parameters, not escaped, in template order.</param>
    /// <param name="query">The query parameters; null members are left out.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <inheritdoc cref="SendAsync{TRequest, TSuccess}(OperationDescriptor, ReadOnlySpan{string}, TRequest, CancellationToken)"/>
    public ValueTask<Outcome<TSuccess>> QueryAsync<TQuery, TSuccess>(
        OperationDescriptor operation, ReadOnlySpan<string> pathValues, TQuery query, CancellationToken cancellationToken)
        where TQuery : class, IJsonType<TQuery>
        where TSuccess : class, IJsonType<TSuccess>
    {
        var uri = OperationUri.Fill(operation.Template, pathValues);
        OperationUri.AppendQuery(uri, Write(query).Span);
        return SendAsync<TSuccess>(operation, uri.ToString(), body: null, cancellationToken);
    }

    /// <summary>Calls an operation without request. If a body member selects it, the body holds just that member.</summary>
    /// <typeparam name="TSuccess">The success type.</typeparam>
    /// <inheritdoc cref="SendAsync{TRequest, TSuccess}(OperationDescriptor, ReadOnlySpan{string}, TRequest, CancellationToken)"/>
    public ValueTask<Outcome<TSuccess>> SendAsync<TSuccess>(
        OperationDescriptor operation, ReadOnlySpan<string> pathValues, CancellationToken cancellationToken)
        where TSuccess : class, IJsonType<TSuccess>
    {
        var uri = OperationUri.Fill(operation.Template, pathValues).ToString();
        return operation.Discriminator is { } discriminator
            ? SendAsync<TSuccess>(operation, uri, WriteDiscriminator(discriminator, operation.WireName), cancellationToken)
            : SendAsync<TSuccess>(operation, uri, body: null, cancellationToken);
    }

    private async ValueTask<Outcome<TSuccess>> SendAsync<TSuccess>(
        OperationDescriptor operation, string relativeUri, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken)
        where TSuccess : class, IJsonType<TSuccess>
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), Resolve(relativeUri));
        if (_http.DefaultRequestHeaders.Accept.Count == 0)
            request.Headers.Accept.Add(JsonReply);
        if (body is { } bytes)
            request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = JsonBody } };
        _csrf.Apply(request);

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        _csrf.Observe(response);

        using var buffer = new MemoryStream();
        var complete = await ReplyReading.ReadAsync(response.Content, _options.MaxReplyBytes, buffer, cancellationToken).ConfigureAwait(false);
        var reply = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (!complete)
            throw new ParleyResponseException(operation, response.StatusCode, $"with a body of more than {_options.MaxReplyBytes} bytes", reply.Span);
        if (!ReplyReading.IsJson(response.Content.Headers.ContentType))
            throw new ParleyResponseException(operation, response.StatusCode, $"with the media type '{response.Content.Headers.ContentType}' instead of JSON", reply.Span);

        var options = new JsonReaderOptions { MaxDepth = _options.MaxReplyDepth };
        return ReplyReading.TryRead<TSuccess>(operation, (int)response.StatusCode, reply.Span, options, out var outcome)
            ? outcome.Value
            : throw new ParleyResponseException(operation, response.StatusCode, Undocumented<TSuccess>(response.IsSuccessStatusCode, reply.Span, options), reply.Span);
    }

    private static string Undocumented<TSuccess>(bool succeeded, ReadOnlySpan<byte> body, JsonReaderOptions options)
        where TSuccess : class, IJsonType<TSuccess> =>
        succeeded && TSuccess.Explain(body, options) is [var first, ..]
            ? $"which is neither its success nor a failure of its envelope: {first}"
            : "which is no failure of its envelope";

    // A base address may have a path of its own; a template's leading slash must not throw that away.
    private Uri Resolve(string path)
    {
        var address = _http.BaseAddress!.AbsoluteUri;
        return new Uri($"{address.TrimEnd('/')}/{path.TrimStart('/')}");
    }

    private static ReadOnlyMemory<byte> Write<T>(T value)
        where T : class, IJsonType<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonOutput.Options))
            value.WriteTo(writer);
        return buffer.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> WriteDiscriminator(string discriminator, string? wireName)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonOutput.Options))
        {
            writer.WriteStartObject();
            writer.WriteString(discriminator, wireName);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
