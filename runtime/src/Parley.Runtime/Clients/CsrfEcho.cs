namespace Parley;

/// <summary>
/// Repeats the token that a server hands out against cross-site request forgery: the response header <c>X-CSRF-HEADER</c> names the header that carries it,
/// and every later request sends that header back.
/// </summary>
internal sealed class CsrfEcho
{
    private const string NamingHeader = "X-CSRF-HEADER";

    // Replaced as a whole, so that concurrent requests see a name and its own token.
    private volatile Token? _token;

    /// <summary>Adds the token, if there is one.</summary>
    public void Apply(HttpRequestMessage request)
    {
        if (_token is { } token)
            request.Headers.TryAddWithoutValidation(token.Header, token.Value);
    }

    /// <summary>Keeps the token of a reply, if it carries one.</summary>
    public void Observe(HttpResponseMessage response)
    {
        if (First(response, NamingHeader) is { Length: > 0 } header && First(response, header) is { Length: > 0 } value)
            _token = new Token(header, value);
    }

    private static string? First(HttpResponseMessage response, string header) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;

    private sealed record Token(string Header, string Value);
}
