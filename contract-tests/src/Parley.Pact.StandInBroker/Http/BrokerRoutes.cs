using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>Leads calls to their handlers, one at a time, and turns refusals into answers.</summary>
internal sealed class BrokerRoutes(IEndpointRouteBuilder routes, BrokerState state, StandInBrokerCredentials? credentials)
{
    // Names in messages stand in quotation marks; people read them.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _oneCallAtATime = new();

    public void Get(string path, Func<BrokerRequest, BrokerReply> handler) => Map(HttpMethods.Get, path, handler);

    public void Post(string path, Func<BrokerRequest, BrokerReply> handler) => Map(HttpMethods.Post, path, handler);

    public void Put(string path, Func<BrokerRequest, BrokerReply> handler) => Map(HttpMethods.Put, path, handler);

    public void Patch(string path, Func<BrokerRequest, BrokerReply> handler) => Map(HttpMethods.Patch, path, handler);

    /// <summary>Answers every other path with 404 and a sentence.</summary>
    public void RefuseTheRest() =>
        routes.MapFallback("{**path}", context => AnswerAsync(context, request => throw BrokerRefusalException.NotFound($"This stand-in for a Pact Broker does not answer {context.Request.Method} {context.Request.Path}.")));

    private void Map(string method, string path, Func<BrokerRequest, BrokerReply> handler) =>
        routes.MapMethods(path, [method], context => AnswerAsync(context, handler));

    private async Task AnswerAsync(HttpContext context, Func<BrokerRequest, BrokerReply> handler)
    {
        BrokerReply reply;
        try
        {
            if (credentials?.Accept(context.Request.Headers.Authorization) == false)
            {
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"Stand-in for a Pact Broker\"";
                throw new BrokerRefusalException(StatusCodes.Status401Unauthorized, "Missing or wrong credentials.");
            }

            var request = new BrokerRequest(context.Request, await ReadBodyAsync(context), state);
            lock (_oneCallAtATime)
                reply = handler(request);
        }
        catch (BrokerRefusalException refusal)
        {
            reply = new(refusal.Status, new JsonObject { ["error"] = new JsonObject { ["message"] = refusal.Message } });
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/hal+json;charset=utf-8";
        await context.Response.WriteAsync(reply.Document.ToJsonString(Readable), context.RequestAborted);
    }

    private static async Task<JsonNode?> ReadBodyAsync(HttpContext context)
    {
        using var text = new StreamReader(context.Request.Body);
        var body = await text.ReadToEndAsync(context.RequestAborted);
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException exception)
        {
            throw BrokerRefusalException.BadRequest($"The body is not JSON: {exception.Message}");
        }
    }
}
