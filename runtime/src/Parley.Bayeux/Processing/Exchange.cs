using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>The messages of one POST or one frame, who sent them, and the replies so far.</summary>
internal sealed class Exchange(HttpContext httpContext, ClaimsPrincipal user, string? userId, WebSocketConnection? socket, List<IncomingMessage> messages) : IDisposable
{
    /// <summary>The POST request, or the request that opened the WebSocket.</summary>
    public HttpContext HttpContext => httpContext;

    /// <summary>Who sent the messages.</summary>
    public ClaimsPrincipal User => user;

    /// <summary>The sender's name; null when anonymous.</summary>
    public string? UserId => userId;

    /// <summary>The socket; null for a POST.</summary>
    public WebSocketConnection? Socket => socket;

    /// <summary>What was sent, in order.</summary>
    public List<IncomingMessage> Messages => messages;

    /// <summary>Replies so far, without that of a connect.</summary>
    public ReplyWriter Replies { get; } = new();

    /// <summary>The browser cookie of the request, or the one that the handshake gave.</summary>
    public string? BrowserId { get; set; }

    /// <summary>The session of the messages: all of an exchange belong to one.</summary>
    public Session? Session { get; set; }

    /// <summary>Whether a handshake of this exchange opened <see cref="Session"/>.</summary>
    public bool Handshaken { get; set; }

    /// <summary>Events that a handshake's reply carries behind it, and the number of the last; null for none.</summary>
    public List<Delivery>? Deliveries { get; set; }

    /// <inheritdoc cref="Deliveries"/>
    public long LastDelivered { get; set; }

    /// <summary>The connect, which is answered last; null when there is none.</summary>
    public IncomingMessage? Connect { get; set; }

    public void Dispose() => Replies.Dispose();
}
