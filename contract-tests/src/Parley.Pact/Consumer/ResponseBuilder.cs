using System.Net;
using System.Text.Json;

namespace Parley.Pacts;

internal sealed class ResponseBuilder(HttpInteraction interaction, JsonSerializerOptions defaultSettings) : IResponseBuilderV4
{
    public IResponseBuilderV4 WithStatus(HttpStatusCode status) => WithStatus((ushort)status);

    public IResponseBuilderV4 WithStatus(ushort status)
    {
        interaction.Status(status);
        return this;
    }

    public IResponseBuilderV4 WithHeader(string key, string value)
    {
        interaction.Header(InteractionPart.Response, key, value);
        return this;
    }

    public IResponseBuilderV4 WithHeader(string key, IMatcher matcher) => WithHeader(key, JsonSerializer.Serialize(matcher, defaultSettings));

    public IResponseBuilderV4 WithJsonBody(object? body) => WithJsonBody(body, defaultSettings);

    public IResponseBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings) => WithBody(JsonSerializer.Serialize(body, settings), "application/json");

    public IResponseBuilderV4 WithBody(string body, string contentType)
    {
        interaction.Body(InteractionPart.Response, body, contentType);
        return this;
    }
}
