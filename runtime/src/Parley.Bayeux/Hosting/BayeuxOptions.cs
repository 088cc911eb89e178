using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>Settings of the Bayeux server. Checked when the host starts; a value out of range stops it with a sentence that names the option.</summary>
public sealed class BayeuxOptions
{
    /// <summary>How long a <c>/meta/connect</c> is held when there is nothing to deliver. 1 millisecond to 10 minutes; 30 seconds by default.</summary>
    /// <remarks>The clock is swept every <see cref="SweepPeriod"/>; a connect is answered in the last sweep before this time is over, never later.</remarks>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long clients wait between a connect reply and the next connect. 0 to 10 minutes; 0 by default.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.Zero;

    /// <summary>
    /// How long, beyond <see cref="Interval"/>, a session lives without a connect. 1 millisecond to 1 hour; 10 seconds by default.
    /// A WebSocket that no session has been bound to for as long is closed as well.
    /// </summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often held connects and idle sessions are looked at. 10 milliseconds to 10 seconds; 997 milliseconds by default.</summary>
    public TimeSpan SweepPeriod { get; set; } = TimeSpan.FromMilliseconds(997);

    /// <summary>Most bytes of one POST body or one WebSocket message. 256 to 16 MiB; 64 KiB by default. More is refused with 413, or close status 1009.</summary>
    public int MaxMessageSize { get; set; } = 64 * 1024;

    /// <summary>Deepest nesting of JSON that is read. 4 to 1000; 64 by default. Deeper is malformed: 400, or close status 1007.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>Most broadcasts, and most private events, waiting for one session. 1 to 1,000,000; 1000 by default. See <see cref="MaxQueueBytes"/> for what happens beyond.</summary>
    public int MaxQueueMessages { get; set; } = 1000;

    /// <summary>
    /// Most bytes of broadcasts, and of private events, waiting for one session. 1 KiB to 1 GiB; 1 MiB by default. Private streams stop reading the log at the cap and go on when the client
    /// has caught up, so nothing is lost. A broadcast beyond the cap ends the session: its next message is told to handshake again, so that no client misses an event
    /// without knowing. Where older events do not matter, <see cref="DroppableChannels"/> make room first.
    /// One connect reply carries about as many bytes of events, at least one event; the rest comes with the next.
    /// </summary>
    public int MaxQueueBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Broadcast channels and patterns whose events may be dropped, such as figures of which the newest is enough. When <see cref="MaxQueueMessages"/> or
    /// <see cref="MaxQueueBytes"/> is reached, the oldest of them that waits makes room, for events of other channels too, and the session lives on. Not for clients
    /// that acknowledge: they were promised every event. None by default.
    /// </summary>
    public IList<string> DroppableChannels { get; } = [];

    /// <summary>
    /// Broadcast channels and patterns whose events are lazy: they wake no connect and no socket, but wait for something else to be sent, at most <see cref="LazyTimeout"/>.
    /// One reply then carries many. None by default.
    /// </summary>
    public IList<string> LazyChannels { get; } = [];

    /// <summary>How long lazy events wait at most. 10 milliseconds to 10 minutes; 5 seconds by default. As with <see cref="Timeout"/>, the last sweep before is the one that counts.</summary>
    public TimeSpan LazyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a session lives whose client sends nothing but connects, which programs send when users have long gone. 1 second to 30 days; null, the default, for ever.
    /// The client is told not to reconnect, if its connect is held.
    /// </summary>
    public TimeSpan? MaxInactivity { get; set; }

    /// <summary>Most channels and patterns that one session subscribes to. 1 to 100,000; 256 by default. Each has at most 512 characters; longer ones are invalid.</summary>
    public int MaxSubscriptionsPerSession { get; set; } = 256;

    /// <summary>Most sessions of one user at a time. 1 to 1,000,000; 1000 by default. Anonymous sessions are not counted. Clients beyond are told to handshake again after <see cref="MaxInterval"/>.</summary>
    public int MaxSessionsPerUser { get; set; } = 1000;

    /// <summary>Most sessions of the server. 1 to 10,000,000; 100,000 by default. Clients beyond are told to handshake again after <see cref="MaxInterval"/>.</summary>
    public int MaxSessions { get; set; } = 100_000;

    /// <summary>
    /// How many connects with one browser cookie are held at a time over HTTP/1.1; further ones are answered at once and told to poll by
    /// <see cref="MultipleClientsInterval"/>. -1 for no limit, else 0 to 1000; 1 by default. HTTP/2 is not limited.
    /// </summary>
    public int MaxSessionsPerBrowser { get; set; } = 1;

    /// <summary>The polling interval of clients beyond <see cref="MaxSessionsPerBrowser"/>. 0 (they are told not to reconnect) to 10 minutes; 2 seconds by default.</summary>
    public TimeSpan MultipleClientsInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a long-polling message is believed without the browser cookie that its session began with. False by default: a stolen client id alone is worth nothing.</summary>
    public bool TrustClientSession { get; set; }

    /// <summary>
    /// Whether every WebSocket begins with a handshake of its own. False by default: a client whose socket was lost goes on with its session by a new one, knowing its client id
    /// and being the same principal. With anonymous users the client id is then all that it takes.
    /// </summary>
    public bool RequireHandshakePerWebSocket { get; set; }

    /// <summary>
    /// From how many bytes on a message by WebSocket is compressed (permessage-deflate), for clients that offer it. 64 to 16 MiB; null, the default, for no compression.
    /// Of what is sent nothing is kept between messages; of what is received the last 32 KiB are, once a client has compressed a message, unless it offers
    /// <c>client_no_context_takeover</c>. Compressing takes some 256 KiB for the time of one message, and processor time for each receiver:
    /// what is shared by all receivers uncompressed is compressed for each.
    /// </summary>
    /// <remarks>Messages that mix secrets with what an attacker chooses must not be compressed: their length tells of the secret (<see href="https://www.rfc-editor.org/rfc/rfc7692#section-8"/>).</remarks>
    public int? WebSocketCompressionMinimum { get; set; }

    /// <summary>Whether users that are not authenticated may handshake. False by default. Asked by the default policy only.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>Whether a client that publishes to a channel it subscribes to gets its own event. True by default.</summary>
    public bool BroadcastToPublisher { get; set; } = true;

    /// <summary>
    /// Channels and patterns that are private, such as <c>/v2/me/**</c>: each subscriber reads its own stream from the <see cref="IBayeuxEventLog"/>,
    /// and no client may publish there. None by default; a registered log is required as soon as there is one.
    /// </summary>
    public IList<string> PrivateChannels { get; } = [];

    /// <summary>
    /// After how long without a read a session asks the event log again by itself, in a sweep: a <see cref="BayeuxServer.Wake"/> that was lost is only a delay.
    /// 1 second to 1 hour; 30 seconds by default.
    /// </summary>
    public TimeSpan LogCheckPeriod { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Origins whose pages may open a WebSocket or send messages by POST, such as <c>https://desktop.example</c>; <c>*</c> allows all. Pages of the host and port
    /// that the request names are always allowed (over https also when a proxy ends TLS), and so is a request without an Origin header. Others get 403.
    /// None by default. To read the replies to POST, pages of other origins need ASP.NET Core's CORS middleware besides.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How long one WebSocket write may take before the connection is cut; the session stays until it expires. (For replies to POST, Kestrel's own minimum response data rate applies.) 10 milliseconds to 10 minutes; 10 seconds by default.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Clients of a stopping server come back after a random time up to this. 0 to 10 minutes; 5 seconds by default.</summary>
    public TimeSpan DrainInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping server waits for cursors that are being written to the event log. 0 to 10 minutes; 5 seconds by default.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The cookie that ties long-polling messages to the browser that began the session. By default <c>BAYEUX_BROWSER</c>, path <c>/</c>, HttpOnly, SameSite Lax,
    /// Secure when the request is. Clients of other sites need <c>SameSite=None</c> and <c>Secure</c>.
    /// </summary>
    public CookieBuilder BrowserCookie { get; } = new()
    {
        Name = "BAYEUX_BROWSER",
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
        IsEssential = true,
    };

    /// <summary>
    /// Who a principal is: sessions and private streams belong to this name. By default the name identifier claim, else the identity's name, of an authenticated
    /// principal; null means anonymous.
    /// </summary>
    public Func<ClaimsPrincipal, string?> UserId { get; set; } = static user =>
        user.Identity is { IsAuthenticated: true } identity ? user.FindFirstValue(ClaimTypes.NameIdentifier) ?? identity.Name : null;
}
