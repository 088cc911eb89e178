using System.Security.Claims;

namespace Parley.Bayeux;

/// <summary>One client's session: its queue, its outstanding connect, its socket and its clock. Every member is guarded by one gate that is never held during a call outwards.</summary>
internal sealed partial class Session : BayeuxSession
{
    private readonly Lock _gate = new();
    private readonly SessionLimits _limits;
    private WebSocketConnection? _socket;
    private bool _removed;
    private ConnectOutcome _ending;

    public Session(string id, string? userId, ClaimsPrincipal user, string? browserId, bool acknowledges, SessionLimits limits)
        : base(id, userId, user)
    {
        _limits = limits;
        BrowserId = browserId;
        Acknowledges = acknowledges;
        _expiresAt = limits.ExpiryAfter(limits.IntervalMilliseconds);
        _inactiveAt = limits.InactiveAfter();
    }

    /// <summary>The browser cookie that the session began with; null when it began without one.</summary>
    public string? BrowserId { get; }

    /// <summary>Whether events are kept until the client acknowledges them, and go out with connect replies only.</summary>
    public bool Acknowledges { get; }

    /// <summary>The session's reading place in private channels; null until it subscribes to one.</summary>
    public PrivateStream? Stream { get; set; }

    /// <summary>Channels and patterns subscribed to; used by one exchange at a time under <see cref="SubscriptionGate"/>.</summary>
    public HashSet<string>? Subscriptions { get; set; }

    /// <summary>Orders changes of <see cref="Subscriptions"/> and <see cref="Stream"/>. Of the session alone: one with many private channels keeps no other waiting.</summary>
    public Lock SubscriptionGate { get; } = new();

    /// <summary>Whether the session has ended.</summary>
    public bool IsRemoved
    {
        get { lock (_gate) return _removed; }
    }

    /// <summary>How a connect is answered that comes with or after the end; null as long as the session lives.</summary>
    public ConnectOutcome? Ending
    {
        get { lock (_gate) return _removed ? _ending : null; }
    }

    /// <summary>Binds the session to the socket that its messages come from now; a former socket is closed.</summary>
    public void Attach(WebSocketConnection socket)
    {
        WebSocketConnection? former;
        bool pending;
        lock (_gate)
        {
            if (_removed || ReferenceEquals(_socket, socket))
                return;
            former = _socket;
            _socket = socket;
            pending = !Acknowledges && _queue.Count > 0;
        }

        former?.Replaced();
        if (pending)
            socket.ScheduleFlush();
    }

    /// <summary>Unbinds a socket that was closed, or that the client left for long-polling. The session stays until it expires.</summary>
    public void Detach(WebSocketConnection socket)
    {
        HeldConnect? abandoned = null;
        lock (_gate)
        {
            if (!ReferenceEquals(_socket, socket))
                return;
            _socket = null;
            if (_held is SocketHeldConnect held && held.Connection == socket)
                (abandoned, _held) = (_held, null);
        }

        if (abandoned is null)
            return;
        EndConnect(abandoned.Cycle, abandoned.Interval);
        _limits.Meter.HeldChanged(-1);
    }

    /// <summary>The client sends by long-polling from now on.</summary>
    public void LeaveSocket()
    {
        WebSocketConnection? socket;
        lock (_gate)
            socket = _socket;
        if (socket is null)
            return;
        Detach(socket);
        socket.Replaced();
    }

    /// <summary>Ends the session.</summary>
    /// <returns>False when it had ended already.</returns>
    public bool Remove(RemovalReason reason)
    {
        HeldConnect? held;
        WebSocketConnection? socket;
        int dropped;
        lock (_gate)
        {
            if (_removed)
                return false;
            _removed = true;
            _ending = reason is RemovalReason.Disconnected or RemovalReason.DisconnectedByServer or RemovalReason.Inactive
                ? ConnectOutcome.Disconnected : ConnectOutcome.Ended;
            (held, _held) = (_held, null);
            (socket, _socket) = (_socket, null);
            dropped = _queue.Count;
            _queue.Clear();
        }

        _limits.Meter.QueueChanged(-dropped);
        if (held is not null)
            _limits.Meter.HeldChanged(-1);
        held?.Complete(_ending);
        socket?.SessionEnded(reason);
        return true;
    }
}
