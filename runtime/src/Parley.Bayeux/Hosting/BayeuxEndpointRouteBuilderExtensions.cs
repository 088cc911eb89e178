using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Bayeux;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the Bayeux server on a URL.</summary>
public static class BayeuxEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves Bayeux below a path: POST for long-polling and the WebSocket upgrade on the same URL, and on every URL below it, because clients append
    /// <c>/handshake</c>, <c>/connect</c> and the like.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, such as <c>/api/v2/notifications</c>.</param>
    /// <returns>Where to chain <c>RequireAuthorization</c>, <c>RequireCors</c> and the like.</returns>
    public static IEndpointConventionBuilder MapBayeux(this IEndpointRouteBuilder endpoints, string pattern)
    {
        var server = endpoints.ServiceProvider.GetRequiredService<BayeuxServer>();
        var processor = endpoints.ServiceProvider.GetRequiredService<MessageProcessor>();
        var polling = new LongPollingTransport(server, processor);
        var sockets = new WebSocketTransport(server, processor);

        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context =>
        {
            if (context.WebSockets.IsWebSocketRequest)
                return sockets.HandleAsync(context);
            if (HttpMethods.IsPost(context.Request.Method))
                return polling.HandleAsync(context);
            context.Response.Headers.Allow = "POST";
            return PlainResponse.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Bayeux messages come by POST or WebSocket.");
        });

        return endpoints.Map(pattern.TrimEnd('/') + "/{**rest}", pipeline.Build()).WithDisplayName($"Bayeux {pattern}");
    }
}
