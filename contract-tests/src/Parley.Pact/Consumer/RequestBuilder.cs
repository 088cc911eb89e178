using System.Text.Json;

namespace Parley.Pacts;

internal sealed class RequestBuilder(HttpInteraction interaction, JsonSerializerOptions defaultSettings) : IRequestBuilderV4
{
    private bool _hasRequest;

    public IRequestBuilderV4 Given(string providerState)
    {
        interaction.Given(providerState);
        return this;
    }

    public IRequestBuilderV4 Given(string providerState, IDictionary<string, string> parameters)
    {
        interaction.Given(providerState, parameters);
        return this;
    }

    public IRequestBuilderV4 WithRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        return WithRequest(method.Method, path);
    }

    public IRequestBuilderV4 WithRequest(string method, string path)
    {
        interaction.Request(method, path);
        _hasRequest = true;
        return this;
    }

    public IRequestBuilderV4 WithQuery(string key, string value)
    {
        interaction.Query(key, value);
        return this;
    }

    public IRequestBuilderV4 WithQuery(string key, IMatcher matcher) => WithQuery(key, JsonSerializer.Serialize(matcher, defaultSettings));

    public IRequestBuilderV4 WithHeader(string key, string value)
    {
        interaction.Header(InteractionPart.Request, key, value);
        return this;
    }

    public IRequestBuilderV4 WithHeader(string key, IMatcher matcher) => WithHeader(key, JsonSerializer.Serialize(matcher, defaultSettings));

    public IRequestBuilderV4 WithJsonBody(object? body) => WithJsonBody(body, defaultSettings);

    public IRequestBuilderV4 WithJsonBody(object? body, string contentType) => WithJsonBody(body, defaultSettings, contentType);

    public IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings) => WithJsonBody(body, settings, "application/json");

    public IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings, string contentType) => WithBody(JsonSerializer.Serialize(body, settings), contentType);

    public IRequestBuilderV4 WithBody(string body, string contentType)
    {
        interaction.Body(InteractionPart.Request, body, contentType);
        return this;
    }

    public IResponseBuilderV4 WillRespond() => _hasRequest
        ? new ResponseBuilder(interaction, defaultSettings)
        : throw new InvalidOperationException("The request has no method and path yet; call WithRequest before WillRespond.");
}
