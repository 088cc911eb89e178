using System.Net;
using System.Text.Json;

namespace Parley.Pacts;

/// <summary>The response of an interaction.</summary>
public interface IResponseBuilderV4
{
    /// <summary>Sets the status; 200 unless set.</summary>
    IResponseBuilderV4 WithStatus(HttpStatusCode status);

    /// <summary>Sets the status; 200 unless set.</summary>
    IResponseBuilderV4 WithStatus(ushort status);

    /// <summary>Adds a header; the same name again adds a value.</summary>
    IResponseBuilderV4 WithHeader(string key, string value);

    /// <summary>Adds a header by matching rule.</summary>
    IResponseBuilderV4 WithHeader(string key, IMatcher matcher);

    /// <summary>Sets a body of type <c>application/json</c>; matchers may stand anywhere in it.</summary>
    IResponseBuilderV4 WithJsonBody(object? body);

    /// <summary>Sets a body of type <c>application/json</c>, serialised in a way of its own.</summary>
    IResponseBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings);

    /// <summary>Sets the body as text.</summary>
    IResponseBuilderV4 WithBody(string body, string contentType);
}
