using System.Net.WebSockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>One WebSocket. Its messages are processed in order; what goes out is joined into as few frames as possible by one flush at a time.</summary>
internal sealed partial class WebSocketConnection
{
    private readonly BayeuxServer _server;
    private readonly WebSocket _socket;
    private readonly HttpContext _context;
    private readonly MessageProcessor _processor;
    private readonly ConnectProcessor _connects;
    private readonly ClaimsPrincipal _user;
    private readonly string? _userId;
    private readonly string? _browserId;
    private readonly Lock _gate = new();
    private Session? _session;
    private long _unboundDeadline;

    public WebSocketConnection(BayeuxServer server, MessageProcessor processor, WebSocket socket, HttpContext context)
    {
        _server = server;
        _processor = processor;
        _connects = new(server);
        _socket = socket;
        _context = context;
        _user = context.User;
        _userId = server.Options.UserId(context.User);
        _browserId = BrowserCookie.Read(context.Request, server.Options.BrowserCookie.Name!);
        _unboundDeadline = server.Time.After(server.Options.MaxInterval);
    }

    /// <summary>Who opened the socket; null when he is anonymous.</summary>
    public string? UserId => _userId;

    /// <summary>Serves the socket until it closes.</summary>
    public async Task RunAsync()
    {
        _server.Sockets.TryAdd(this, 0);
        _server.Meter.SocketsChanged(1);
        try
        {
            // A drain that began before the socket was known has not closed it.
            if (_server.IsDraining)
                Close(WebSocketCloseStatus.EndpointUnavailable, "The server is stopping");
            await ReceiveAsync();
            await FlushedAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            Log.Lost(_server.Logger, _userId, exception.Message);
        }
        finally
        {
            _server.Sockets.TryRemove(this, out _);
            _server.Meter.SocketsChanged(-1);
            Session? session;
            lock (_gate)
                (session, _session) = (_session, null);
            session?.Detach(this);
        }
    }

    /// <summary>Binds the socket to the session of its messages.</summary>
    public void Bind(Session session)
    {
        Session? former;
        lock (_gate)
        {
            if (ReferenceEquals(_session, session))
                return;
            (former, _session) = (_session, session);
            _unboundDeadline = 0;
        }

        former?.Detach(this);
        session.Attach(this);
    }

    /// <summary>Whether the socket is bound to a session.</summary>
    public bool Serves(Session session)
    {
        lock (_gate)
            return ReferenceEquals(_session, session);
    }

    /// <summary>The session goes on by another socket, or by long-polling.</summary>
    public void Replaced()
    {
        Unbind();
        Close(WebSocketCloseStatus.NormalClosure, "The session goes on elsewhere");
    }

    /// <summary>The session has ended.</summary>
    public void SessionEnded(RemovalReason reason)
    {
        Unbind();
        // A client that disconnects closes the socket itself, after it has read the reply.
        if (reason is RemovalReason.QueueOverflow)
            Close(WebSocketCloseStatus.PolicyViolation, "Too many events wait for the client");
        else if (reason is RemovalReason.DisconnectedByServer or RemovalReason.Inactive)
            Close(WebSocketCloseStatus.NormalClosure, "Disconnected by the server");
    }

    /// <summary>Cuts a socket that does not read, does not close, or that no session is bound to.</summary>
    public void Sweep(long now)
    {
        if (Volatile.Read(ref _writeDeadline) is > 0 and var deadline && now >= deadline)
        {
            Log.TooSlow(_server.Logger, _userId);
            _socket.Abort();
            return;
        }

        bool idle;
        lock (_gate)
            idle = _unboundDeadline != 0 && now >= _unboundDeadline;
        if (idle)
            Close(WebSocketCloseStatus.PolicyViolation, "No session");
    }

    private void Unbind()
    {
        lock (_gate)
        {
            _session = null;
            _unboundDeadline = _server.Time.After(_server.Options.MaxInterval);
        }
    }
}
