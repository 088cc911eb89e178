using System.Text.Json;

namespace Parley.Pacts;

/// <summary>The request of an interaction.</summary>
public interface IRequestBuilderV4
{
    /// <summary>Names what must hold at the provider before.</summary>
    IRequestBuilderV4 Given(string providerState);

    /// <summary>Names what must hold at the provider before.</summary>
    /// <param name="providerState">The state.</param>
    /// <param name="parameters">Its parameters. They arrive as text, also those that look like numbers.</param>
    IRequestBuilderV4 Given(string providerState, IDictionary<string, string> parameters);

    /// <summary>Sets method and path.</summary>
    IRequestBuilderV4 WithRequest(HttpMethod method, string path);

    /// <summary>Sets method and path.</summary>
    IRequestBuilderV4 WithRequest(string method, string path);

    /// <summary>Adds a query parameter, not escaped; the same name again adds a value.</summary>
    IRequestBuilderV4 WithQuery(string key, string value);

    /// <summary>Adds a query parameter by matching rule.</summary>
    IRequestBuilderV4 WithQuery(string key, IMatcher matcher);

    /// <summary>Adds a header; the same name again adds a value.</summary>
    IRequestBuilderV4 WithHeader(string key, string value);

    /// <summary>Adds a header by matching rule.</summary>
    IRequestBuilderV4 WithHeader(string key, IMatcher matcher);

    /// <summary>Sets a body of type <c>application/json</c>; matchers may stand anywhere in it.</summary>
    IRequestBuilderV4 WithJsonBody(object? body);

    /// <summary>Sets a JSON body of another content type.</summary>
    IRequestBuilderV4 WithJsonBody(object? body, string contentType);

    /// <summary>Sets a body of type <c>application/json</c>, serialised in a way of its own.</summary>
    IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings);

    /// <summary>Sets a JSON body of another content type, serialised in a way of its own.</summary>
    IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings, string contentType);

    /// <summary>Sets the body as text.</summary>
    IRequestBuilderV4 WithBody(string body, string contentType);

    /// <summary>Goes on to the response.</summary>
    /// <exception cref="InvalidOperationException">Method and path have not been set.</exception>
    IResponseBuilderV4 WillRespond();
}
