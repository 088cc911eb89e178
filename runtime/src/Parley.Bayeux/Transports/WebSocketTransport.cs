using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>Messages by WebSocket.</summary>
internal sealed class WebSocketTransport(BayeuxServer server, MessageProcessor processor)
{
    /// <summary>Serves one upgrade request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (!OriginCheck.Allows(context.Request, server.Options.AllowedOrigins))
        {
            await PlainResponse.WriteAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not open a WebSocket here.");
            return;
        }

        if (server.IsDraining)
        {
            context.Response.Headers.RetryAfter = "1";
            await PlainResponse.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The server is stopping.");
            return;
        }

        // Connects are the heartbeat; a timer for each socket would only repeat it.
        var accept = new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan };
        if (server.Options.WebSocketCompressionMinimum is not null)
        {
            // Compression across messages would keep its state, some 256 KiB, for every socket that idles. The client's own is some 30 KiB here, and ASP.NET Core gives it up for clients only that offer to.
            accept.DangerousEnableCompression = true;
            accept.DisableServerContextTakeover = true;
        }

        // Only what can go back as it came: any other token would fail the upgrade.
        if (context.WebSockets.WebSocketRequestedProtocols is [var protocol, ..] && protocol.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            accept.SubProtocol = protocol;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(accept);
        await new WebSocketConnection(server, processor, socket, context).RunAsync();
    }
}
